package com.mathematricks.notifier.telegram;

import com.mathematricks.notifier.message.Loudness;
import com.mathematricks.notifier.message.MessageKind;
import com.mathematricks.service.security.RefusedSecretException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param token from BotFather; a secret. Without one nothing is sent
/// @param url of the Bot API
/// @param chats ids of the chats that get messages and may give commands
/// @param users ids of the users who may give commands; empty: whoever writes in an allowed private
///   chat
/// @param kinds how loud a kind of message is in a chat that did not say it itself
@ConfigurationProperties("trader.telegram")
public record TelegramSettings(
        @Nullable String token,
        @Nullable URI url,
        @Nullable Set<Long> chats,
        @Nullable Set<Long> users,
        @Nullable Map<MessageKind, Loudness> kinds) {

    public static final URI PUBLIC = URI.create("https://api.telegram.org");

    private static final Pattern FORM = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{1,100}");

    public TelegramSettings {
        token = token == null || token.isBlank() ? null : token.strip();
        if (token != null && !isToken(token)) {
            throw new RefusedSecretException(
                    "trader.telegram.token: not of the form 123456789:AbC…; copy it again from @BotFather, or find it with ./trader telegram");
        }
        url = url == null ? PUBLIC : url;
        if (url.getHost() == null || url.getScheme() == null) {
            throw new IllegalArgumentException(
                    "trader.telegram.url: %s is no address like %s".formatted(url, PUBLIC));
        }
        chats = chats == null ? Set.of() : Set.copyOf(chats);
        users = users == null ? Set.of() : Set.copyOf(users);
        kinds = kinds == null ? Map.of() : Map.copyOf(kinds);
    }

    /// Whether it looks like one.
    public static boolean isToken(String text) {
        return FORM.matcher(text).matches();
    }

    /// Whether messages can go out at all.
    public boolean isConfigured() {
        return token != null && !allowedChats().isEmpty();
    }

    public List<Long> allowedChats() {
        return chats == null ? List.of() : chats.stream().sorted().toList();
    }

    public Set<Long> allowedUsers() {
        return users == null ? Set.of() : users;
    }

    public Loudness loudness(MessageKind kind) {
        return kinds == null ? kind.usual() : kinds.getOrDefault(kind, kind.usual());
    }

    public URI address() {
        return url == null ? PUBLIC : url;
    }

    @Override
    public String toString() {
        return "TelegramSettings[chats=%s, users=%s]".formatted(chats, users);
    }
}
