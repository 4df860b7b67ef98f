/// How the services are, at a glance.
@NullMarked
package com.mathematricks.dashboard.overview;

import org.jspecify.annotations.NullMarked;
