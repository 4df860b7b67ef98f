/// The dashboard's way to the store: waits for it, prepares it once, and reads lists page by page
/// along its indexes.
@NullMarked
package com.mathematricks.dashboard.store;

import org.jspecify.annotations.NullMarked;
