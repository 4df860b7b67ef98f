/// The journal, told to the outside: each entry's events, in order, at least once.
@NullMarked
package com.mathematricks.engine.event;

import org.jspecify.annotations.NullMarked;
