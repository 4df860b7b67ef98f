/// An order and its life. One method makes the transitions.
@NullMarked
package com.mathematricks.engine.order;

import org.jspecify.annotations.NullMarked;
