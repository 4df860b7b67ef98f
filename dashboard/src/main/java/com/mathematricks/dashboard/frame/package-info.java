/// What every page stands in: whether somebody is logged in, and what has to be said above whatever
/// is shown, such as that the connection can be read by others.
@NullMarked
package com.mathematricks.dashboard.frame;

import org.jspecify.annotations.NullMarked;
