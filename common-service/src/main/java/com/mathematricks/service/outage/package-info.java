/// Telling what a service waits for, so that a person reads it once and not every second.
@NullMarked
package com.mathematricks.service.outage;

import org.jspecify.annotations.NullMarked;
