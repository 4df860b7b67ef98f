/// Tells open pages that something changed, by server-sent events. Only the names of collections
/// travel; the page asks again for itself, so that nothing has to be right but the pages.
@NullMarked
package com.mathematricks.dashboard.live;

import org.jspecify.annotations.NullMarked;
