package com.mathematricks.notifier.telegram;

import com.mathematricks.notifier.telegram.Update.Other;
import com.mathematricks.notifier.telegram.Update.Pressed;
import com.mathematricks.notifier.telegram.Update.Said;
import com.mathematricks.notifier.telegram.Update.Sender;
import java.time.Instant;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Reads the library's updates.
final class ForeignUpdate {

    private ForeignUpdate() {}

    static Update read(org.telegram.telegrambots.meta.api.objects.Update update) {
        long id = update.getUpdateId();
        Message message = update.getMessage();
        if (message != null && message.getText() != null && message.getFrom() != null) {
            return new Said(
                    id,
                    sender(message.getChat(), message.getFrom()),
                    Instant.ofEpochSecond(message.getDate()),
                    message.getText());
        }
        CallbackQuery press = update.getCallbackQuery();
        if (press != null && press.getMessage() != null && press.getData() != null) {
            MaybeInaccessibleMessage below = press.getMessage();
            return new Pressed(
                    id,
                    sender(below.getChat(), press.getFrom()),
                    press.getId(),
                    below.getMessageId(),
                    press.getData());
        }
        return new Other(id);
    }

    private static Sender sender(Chat chat, User user) {
        boolean isPrivate = "private".equals(chat.getType());
        String name = user.getUserName() == null ? user.getFirstName() : user.getUserName();
        return new Sender(chat.getId(), isPrivate, user.getId(), name == null ? "?" : name);
    }
}
