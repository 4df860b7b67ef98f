/// What a strategy holds of an instrument, at average cost.
@NullMarked
package com.mathematricks.engine.position;

import org.jspecify.annotations.NullMarked;
