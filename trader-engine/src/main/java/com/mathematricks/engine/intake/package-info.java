/// Where signals, notices and prices come in.
@NullMarked
package com.mathematricks.engine.intake;

import org.jspecify.annotations.NullMarked;
