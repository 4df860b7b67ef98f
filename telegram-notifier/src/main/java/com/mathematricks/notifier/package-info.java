/// Tells the owner what the engine did: events come in, messages go out.
@NullMarked
package com.mathematricks.notifier;

import org.jspecify.annotations.NullMarked;
