/// What a person asks the engine to do: pause, resume, reduce, halt, flatten, close, cancel,
/// accept. Decided like a signal, from the book to a draft of what is to be journalled. Pure.
@NullMarked
package com.mathematricks.engine.command;

import org.jspecify.annotations.NullMarked;
