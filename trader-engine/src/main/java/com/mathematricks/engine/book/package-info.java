/// The state that the engine decides on: the journal's entries, applied.
@NullMarked
package com.mathematricks.engine.book;

import org.jspecify.annotations.NullMarked;
