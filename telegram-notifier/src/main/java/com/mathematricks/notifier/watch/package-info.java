/// What no event tells: a service that is silent, a day that is over.
@NullMarked
package com.mathematricks.notifier.watch;

import org.jspecify.annotations.NullMarked;
