package com.mathematricks.notifier.telegram;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// The methods of the Bot API that we use. Each call is one attempt: nothing is sent again here,
/// because only the caller knows whether it may be.
public final class BotApi implements AutoCloseable {

    private static final String HTML = "HTML";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /// What an answer may take longer than Telegram holds a question for updates open.
    private static final Duration AFTER_LONG_POLL = Duration.ofSeconds(15);

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final Failures failures;
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final String token;
    private final TelegramUrl url;

    public BotApi(String token, URI address) {
        this(token, address, ANSWER);
    }

    /// @param patience with an answer
    BotApi(String token, URI address, Duration patience) {
        this.token = token;
        this.failures = new Failures(token);
        this.url = new TelegramUrl(address.getScheme(), address.getHost(), port(address), false);
        var dispatcher =
                new Dispatcher(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("telegram-http").factory()));
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        this.http =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectTimeout(CONNECT)
                        .readTimeout(patience)
                        .writeTimeout(patience)
                        // It would send a message twice whose answer got lost.
                        .retryOnConnectionFailure(false)
                        .build();
        this.client = new OkHttpTelegramClient(http, token, url);
    }

    private static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return address.getScheme().equals("http") ? 80 : 443;
    }

    public Bot me() throws TelegramException {
        User me = call(client, new GetMe());
        return new Bot(me.getId(), me.getUserName());
    }

    public void send(long chat, String html, boolean silent) throws TelegramException {
        var _ = call(client, message(chat, html).disableNotification(silent).build());
    }

    /// Its message id, by which it can be changed.
    public int ask(long chat, String html, List<Button> buttons) throws TelegramException {
        var message = message(chat, html);
        if (!buttons.isEmpty()) {
            var row = new InlineKeyboardRow();
            for (Button button : buttons) {
                row.add(
                        InlineKeyboardButton.builder()
                                .text(button.text())
                                .callbackData(button.data())
                                .build());
            }
            message.replyMarkup(InlineKeyboardMarkup.builder().keyboardRow(row).build());
        }
        return call(client, message.build()).getMessageId();
    }

    private static SendMessage.SendMessageBuilder<?, ?> message(long chat, String html) {
        return SendMessage.builder()
                .chatId(Long.toString(chat))
                .text(html)
                .parseMode(HTML)
                .linkPreviewOptions(NO_PREVIEW);
    }

    /// Without buttons.
    public void change(long chat, int message, String html) throws TelegramException {
        var _ =
                call(
                        client,
                        EditMessageText.builder()
                                .chatId(Long.toString(chat))
                                .messageId(message)
                                .text(html)
                                .parseMode(HTML)
                                .linkPreviewOptions(NO_PREVIEW)
                                .build());
    }

    public void sendPhoto(long chat, byte[] png, String caption, boolean silent)
            throws TelegramException {
        var photo =
                SendPhoto.builder()
                        .chatId(Long.toString(chat))
                        .photo(new InputFile(new ByteArrayInputStream(png), "picture.png"))
                        .caption(caption)
                        .parseMode(HTML)
                        .disableNotification(silent)
                        .build();
        var _ = await(client.executeAsync(photo));
    }

    public void answerPress(String press, String words) throws TelegramException {
        var _ =
                call(
                        client,
                        AnswerCallbackQuery.builder().callbackQueryId(press).text(words).build());
    }

    /// Updates from `offset` on, oldest first; with 0 all that were not confirmed by a higher one.
    /// Returns at once where there are some.
    public List<Update> updates(long offset, Duration longPoll) throws TelegramException {
        var patient =
                new OkHttpTelegramClient(
                        http.newBuilder().readTimeout(longPoll.plus(AFTER_LONG_POLL)).build(),
                        token,
                        url);
        var question =
                GetUpdates.builder()
                        .offset(Math.toIntExact(offset))
                        .timeout((int) longPoll.toSeconds())
                        .allowedUpdates(List.of("message", "callback_query"))
                        .build();
        return call(patient, question).stream().map(ForeignUpdate::read).toList();
    }

    private <T extends Serializable> T call(OkHttpTelegramClient by, BotApiMethod<T> method)
            throws TelegramException {
        try {
            return await(by.executeAsync(method));
        } catch (TelegramApiException e) {
            throw failures.of(e);
        }
    }

    private <T> T await(CompletableFuture<T> answer) throws TelegramException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failures.of(e.getCause());
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TelegramException(new Failure.Unavailable("interrupted"));
        }
    }

    /// Ends a question for updates that is held open.
    public void stopWaiting() {
        http.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        stopWaiting();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
