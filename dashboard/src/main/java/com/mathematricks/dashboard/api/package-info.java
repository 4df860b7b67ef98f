/// The read API under /api/v1, its description, and how it says no.
@NullMarked
package com.mathematricks.dashboard.api;

import org.jspecify.annotations.NullMarked;
