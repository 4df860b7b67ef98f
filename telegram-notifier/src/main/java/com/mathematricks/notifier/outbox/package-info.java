/// Messages on their way: each is stored for each chat before the event counts as told, and its
/// document says at any time what became of it.
@NullMarked
package com.mathematricks.notifier.outbox;

import org.jspecify.annotations.NullMarked;
