/// What the owner asks in the chat: questions are answered from the store, what moves money or
/// changes trading is confirmed by a button and given to the engine as a command.
@NullMarked
package com.mathematricks.notifier.command;

import org.jspecify.annotations.NullMarked;
