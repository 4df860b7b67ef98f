/// Each received signal with what became of it and why, and the pages that show that.
@NullMarked
package com.mathematricks.dashboard.signals;

import org.jspecify.annotations.NullMarked;
