/// The money of a day: when days are closed, and what a closed one holds.
@NullMarked
package com.mathematricks.engine.performance;

import org.jspecify.annotations.NullMarked;
