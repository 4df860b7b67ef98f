/// Which decisions of late another limit would have changed, read from what the engine kept of
/// each.
@NullMarked
package com.mathematricks.dashboard.whatif;

import org.jspecify.annotations.NullMarked;
