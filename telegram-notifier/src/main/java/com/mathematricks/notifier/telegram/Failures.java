package com.mathematricks.notifier.telegram;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// Sorts what the library throws by what has to be done about it.
final class Failures {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    private final String token;

    Failures(String token) {
        this.token = token;
    }

    TelegramException of(@Nullable Throwable thrown) {
        return new TelegramException(
                thrown instanceof TelegramApiRequestException answer
                        ? answered(answer)
                        : new Failure.Unavailable(unanswered(thrown)));
    }

    private Failure answered(TelegramApiRequestException answer) {
        // Absent where the answer was no JSON, as the error page of a proxy is.
        int code = Objects.requireNonNullElse(answer.getErrorCode(), 0);
        String said =
                masked(Objects.requireNonNullElse(answer.getApiResponse(), "no reason given"));
        ResponseParameters parameters = answer.getParameters();
        return switch (code) {
            case TOO_MANY -> new Failure.Limited(wait(parameters));
            case UNAUTHORIZED, NOT_FOUND -> new Failure.BadToken();
            case FORBIDDEN -> new Failure.ChatClosed(said);
            case CONFLICT -> new Failure.ReadElsewhere(said);
            case BAD_REQUEST -> refused(said, parameters);
            default ->
                    code > BAD_REQUEST && code < SERVER_ERRORS
                            ? new Failure.Refused(said)
                            : new Failure.Unavailable(
                                    code == 0
                                            ? "Telegram's answer was not understood"
                                            : "Telegram answered %d: %s".formatted(code, said));
        };
    }

    private static Failure refused(String said, @Nullable ResponseParameters parameters) {
        if (parameters != null && parameters.getMigrateToChatId() != null) {
            return new Failure.ChatClosed(
                    "the group has the new id %d: put it into trader.telegram.chats"
                            .formatted(parameters.getMigrateToChatId()));
        }
        return said.toLowerCase(Locale.ROOT).contains("chat not found")
                ? new Failure.ChatClosed(
                        said + ": open the chat with the bot and press Start, or correct the id")
                : new Failure.Refused(said);
    }

    private static Duration wait(@Nullable ResponseParameters parameters) {
        Integer stated = parameters == null ? null : parameters.getRetryAfter();
        return Duration.ofSeconds(stated == null ? 1 : stated);
    }

    private String unanswered(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "no answer";
        }
        String why = thrown.getMessage();
        String kind = thrown.getClass().getSimpleName();
        return masked(why == null ? kind : "%s (%s)".formatted(why, kind));
    }

    private String masked(String text) {
        return text.replace(token, "…");
    }
}
