/// The suite as it is run: containers from the real compose files, and a host outside of them that
/// posts to the webhook and plays Telegram.
@NullMarked
package com.mathematricks.system.containers;

import org.jspecify.annotations.NullMarked;
