/// A made-up month of signals and prices, played through the suite as if time flew: what `./trader
/// run --demo` shows.
@NullMarked
package com.mathematricks.standalone.demo;

import org.jspecify.annotations.NullMarked;
