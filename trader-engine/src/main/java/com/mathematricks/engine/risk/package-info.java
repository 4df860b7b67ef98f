/// The checks that an opening order passes before it may leave, one small class each.
@NullMarked
package com.mathematricks.engine.risk;

import org.jspecify.annotations.NullMarked;
