/// Takes the engine's events from the broker, each of them once.
@NullMarked
package com.mathematricks.notifier.feed;

import org.jspecify.annotations.NullMarked;
