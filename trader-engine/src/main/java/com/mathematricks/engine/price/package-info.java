/// The last known prices, by instrument and source, in memory and kept in the store over a restart.
@NullMarked
package com.mathematricks.engine.price;

import org.jspecify.annotations.NullMarked;
