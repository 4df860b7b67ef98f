/// Telegram's Bot API as we use it: the only package that knows the library that speaks it. Its
/// failures are sorted here by what has to be done about them, and the token never leaves it.
@NullMarked
package com.mathematricks.notifier.telegram;

import org.jspecify.annotations.NullMarked;
