package com.mathematricks.collector.format;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.signal.SignalKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a message says about itself as a whole, the same in every format.
record Header(
        Labels labels,
        @Nullable Instant sentAt,
        @Nullable AccountId account,
        @Nullable BigDecimal accountEquity,
        @Nullable String orderId,
        @Nullable String comment) {

    static final Set<String> NAMES =
            Set.of(
                    "strategy_name",
                    "strategy",
                    "signal_id",
                    "signal_sent_epoch",
                    "timestamp",
                    "timenow",
                    "environment",
                    "passphrase",
                    "account",
                    "account_equity");

    private static final Words<String> ENVIRONMENTS =
            Words.of(Map.entry("production", "production"), Map.entry("staging", "staging"));

    /// Shown only, so a longer comment is cut.
    private static final int MAX_COMMENT = 500;

    static Header read(Fields fields) {
        var labels =
                new Labels(
                        strategy(fields),
                        fields.read(Header::id, "signal_id"),
                        fields.read(field -> field.text("a text"), "passphrase"),
                        fields.read(ENVIRONMENTS::read, "environment"));
        Instant epoch = fields.read(Times::instant, "signal_sent_epoch");
        Instant timestamp = fields.read(Times::instant, "timestamp");
        Instant timenow = fields.read(Times::instant, "timenow");
        Instant stated = timestamp == null ? timenow : timestamp;
        return new Header(
                labels,
                epoch == null ? stated : epoch,
                fields.read(Header::account, "account"),
                fields.read(Numbers::positive, "account_equity"),
                fields.read(Header::id, "order_id"),
                fields.read(Header::comment, "comment"));
    }

    /// A label: where two differ, `strategy` may be what TradingView calls the strategy.
    private static @Nullable String strategy(Fields fields) {
        Field field = fields.first("strategy_name", "strategy");
        return field == null ? null : field.text("a name");
    }

    private static String id(Field field) {
        String accepted = "a text of 1 to " + SignalKey.MAX_ID_LENGTH + " characters on one line";
        String id = field.text(accepted);
        if (id.length() > SignalKey.MAX_ID_LENGTH || id.chars().anyMatch(Character::isISOControl)) {
            throw field.wrong(accepted, "shorten it");
        }
        return id;
    }

    private static AccountId account(Field field) {
        String accepted = "the name of an account, such as paper";
        try {
            return new AccountId(field.text(accepted));
        } catch (IllegalArgumentException e) {
            throw field.wrong(
                    accepted, "use letters, digits, dots, dashes and underscores, 32 at most");
        }
    }

    private static String comment(Field field) {
        String comment = field.text("a text");
        return comment.substring(0, Math.min(comment.length(), MAX_COMMENT));
    }
}
