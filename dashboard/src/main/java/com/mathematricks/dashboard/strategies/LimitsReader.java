package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.Limit;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.OnLimit;
import com.mathematricks.model.settings.OnLoss;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `limits:` of a strategy, an account or the whole. What is not stated is not stored: the
/// engine knows the defaults.
final class LimitsReader {

    static final String ON_LIMIT = "on_limit";
    static final String ON_LOSS = "on_loss";

    /// What the engine remembers of a strategy's executions.
    private static final BigDecimal MOST_EXECUTIONS = new BigDecimal(1_000);

    private static final int LONGEST_WINDOW = 86_400;

    private LimitsReader() {}

    static Limits read(YamlValue value) {
        var accepted =
                Stream.concat(
                                Arrays.stream(LimitKey.values()).map(LimitKey::word),
                                Stream.of(ON_LIMIT, ON_LOSS))
                        .toList();
        YamlSection section = value.section(accepted, List.of());
        Map<LimitKey, Limit> limits = new EnumMap<>(LimitKey.class);
        section.values()
                .forEach((name, limit) -> {
                    if (!name.equals(ON_LIMIT) && !name.equals(ON_LOSS)) {
                        limits.put(LimitKey.of(name), limit(LimitKey.of(name), limit));
                    }
                });
        return new Limits(limits, onLimit(section), onLoss(section));
    }

    private static @Nullable OnLimit onLimit(YamlSection section) {
        return section.optional(ON_LIMIT).map(LimitsReader::onLimit).orElse(null);
    }

    private static @Nullable OnLoss onLoss(YamlSection section) {
        return section.optional(ON_LOSS).map(LimitsReader::onLoss).orElse(null);
    }

    static OnLoss onLoss(YamlValue word) {
        return word.oneOf(OnLoss.class, List.of());
    }

    static OnLimit onLimit(YamlValue word) {
        return word.oneOf(OnLimit.class, List.of());
    }

    static Limit limit(LimitKey key, YamlValue value) {
        String accepted = accepted(key);
        if (key != LimitKey.EXECUTIONS_WINDOW && value.text(accepted).equals("none")) {
            return Limit.NONE;
        }
        if (key == LimitKey.MAX_SIGNAL_AGE || key == LimitKey.EXECUTIONS_WINDOW) {
            int seconds = value.seconds();
            if (key == LimitKey.EXECUTIONS_WINDOW && seconds > LONGEST_WINDOW) {
                throw value.refused(accepted);
            }
            return value.as(_ -> new Limit(BigDecimal.valueOf(seconds)), accepted);
        }
        Limit limit = value.as(Limit::of, accepted);
        BigDecimal number = limit.number();
        boolean tooMany =
                key == LimitKey.MAX_EXECUTIONS
                        && number != null
                        && number.compareTo(MOST_EXECUTIONS) > 0;
        if (tooMany || (isCount(key) && number != null && number.scale() > 0)) {
            throw value.refused(accepted);
        }
        return limit;
    }

    private static boolean isCount(LimitKey key) {
        return switch (key) {
            case MAX_OPEN_POSITIONS, MAX_ORDERS_PER_MINUTE, MAX_EXECUTIONS -> true;
            default -> false;
        };
    }

    static String accepted(LimitKey key) {
        return switch (key) {
                    case MAX_ORDER_NOTIONAL -> "money of the account's currency above 0";
                    case MAX_ORDER_QUANTITY -> "units above 0";
                    case MAX_POSITION_PERCENT,
                            MAX_BROKER_ALLOCATION_PERCENT,
                            MAX_NET_EXPOSURE_PERCENT,
                            MAX_DAILY_LOSS_PERCENT,
                            MAX_DRAWDOWN_PERCENT,
                            PRICE_COLLAR_PERCENT ->
                            "per cent above 0";
                    case MAX_OPEN_POSITIONS, MAX_ORDERS_PER_MINUTE -> "a whole number above 0";
                    case MAX_EXECUTIONS -> "a whole number from 1 to 1000";
                    case EXECUTIONS_WINDOW ->
                            "seconds above 0, or a number with s, m, h or d, up to a day";
                    case MAX_SIGNAL_AGE -> "seconds above 0, or a number with s, m, h or d";
                    case MAX_GROSS_LEVERAGE, LEVERAGE -> "a factor above 0";
                }
                + (key == LimitKey.EXECUTIONS_WINDOW ? "" : ", or none");
    }
}
