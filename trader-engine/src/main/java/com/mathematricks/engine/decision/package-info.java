/// From a signal and the book to orders, or to the reason why not. Pure.
@NullMarked
package com.mathematricks.engine.decision;

import org.jspecify.annotations.NullMarked;
