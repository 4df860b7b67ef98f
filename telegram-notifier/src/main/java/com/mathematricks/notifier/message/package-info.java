/// What a person reads: of an event, of a service that is gone, of a day.
@NullMarked
package com.mathematricks.notifier.message;

import org.jspecify.annotations.NullMarked;
