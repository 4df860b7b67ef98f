/// What a person reads of an event, and the way it goes out.
@NullMarked
package com.mathematricks.notifier.message;

import org.jspecify.annotations.NullMarked;
