/// Who may trade: trading states and what sets them.
@NullMarked
package com.mathematricks.engine.control;

import org.jspecify.annotations.NullMarked;
