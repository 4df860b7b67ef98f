/// Starts the four services side by side, each with its own settings, and stops them in order.
@NullMarked
package com.mathematricks.standalone.launch;

import org.jspecify.annotations.NullMarked;
