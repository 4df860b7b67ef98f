/// The web pages and the read API: shows what the other services wrote, and seeds the settings of
/// strategies and accounts.
@NullMarked
package com.mathematricks.dashboard;

import org.jspecify.annotations.NullMarked;
