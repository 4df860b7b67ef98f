/// A strategy's wish as the collector understood it, before anybody decided about it.
@NullMarked
package com.mathematricks.model.signal;

import org.jspecify.annotations.NullMarked;
