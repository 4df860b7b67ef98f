/// The one way to a broker. The engine knows a broker only through this.
@NullMarked
package com.mathematricks.engine.broker;

import org.jspecify.annotations.NullMarked;
