/// Loss limits: what a loss is counted from, and how large it is.
@NullMarked
package com.mathematricks.engine.loss;

import org.jspecify.annotations.NullMarked;
