/// The engine's collections: the journal, its snapshots, and what is derived from it for others to
/// read.
@NullMarked
package com.mathematricks.engine.store;

import org.jspecify.annotations.NullMarked;
