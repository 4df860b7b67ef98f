/// Events from one service's Spring context to another's in the same process.
@NullMarked
package com.mathematricks.standalone.binder;

import org.jspecify.annotations.NullMarked;
