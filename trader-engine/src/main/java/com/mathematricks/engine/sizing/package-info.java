/// How many units to open. Rounds down, always.
@NullMarked
package com.mathematricks.engine.sizing;

import org.jspecify.annotations.NullMarked;
