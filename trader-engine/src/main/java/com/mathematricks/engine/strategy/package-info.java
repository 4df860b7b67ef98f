/// Strategies and accounts as their owner set them up, kept at hand.
@NullMarked
package com.mathematricks.engine.strategy;

import org.jspecify.annotations.NullMarked;
