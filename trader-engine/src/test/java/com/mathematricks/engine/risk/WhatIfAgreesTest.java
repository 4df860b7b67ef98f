package com.mathematricks.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.risk.Portfolio.OrderCounts;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.whatif.Answer;
import com.mathematricks.model.whatif.KeptCheck;
import com.mathematricks.model.whatif.KeptDecision;
import com.mathematricks.model.whatif.LimitPlaces;
import com.mathematricks.model.whatif.WhatIf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the numbers that the checks keep under some limits say of other limits is what the checks
/// themselves say under those.
class WhatIfAgreesTest {

    private static final int CASES = 3_000;

    private static final List<LimitKey> KEYS =
            Arrays.stream(LimitKey.values())
                    .filter(key ->
                            key != LimitKey.EXECUTIONS_WINDOW
                                    && key != LimitKey.MAX_DAILY_LOSS_PERCENT
                                    && key != LimitKey.MAX_DRAWDOWN_PERCENT)
                    .toList();

    private final Map<LimitKey, String> now = new EnumMap<>(LimitKey.class);
    private final Map<LimitKey, String> then = new EnumMap<>(LimitKey.class);

    /// What the engine would open, and the checks that it would keep.
    ///
    /// @param quantity null: it is denied
    private record Opening(@Nullable Quantity quantity, Quantity wanted, List<CheckResult> checks) {

        static Opening of(TestRequest request, boolean reduces) {
            Quantity wanted = Quantity.of(request.quantity);
            List<CheckResult> checks = RiskChecks.check(request.request());
            List<CheckResult> failed = checks.stream().filter(one -> !one.passed()).toList();
            if (failed.isEmpty()) {
                return new Opening(wanted, wanted, checks);
            }
            Optional<Quantity> smaller =
                    failed.stream().anyMatch(one -> one.allowed().isEmpty())
                            ? Optional.empty()
                            : failed.stream()
                                    .map(one -> one.allowed().orElseThrow())
                                    .min(Quantity::compareTo)
                                    .map(most -> most.roundedDownTo(Quantity.of("1")))
                                    .filter(Quantity::isPositive);
            if (!reduces || smaller.isEmpty()) {
                return new Opening(null, wanted, checks);
            }
            request.wanted = request.quantity;
            request.quantity = smaller.get().toString();
            return new Opening(smaller.get(), wanted, RiskChecks.check(request.request()));
        }

        String outcome() {
            return quantity == null ? "DENIED" : quantity.equals(wanted) ? "APPROVED" : "PARTLY";
        }

        String whatIf(Opening other) {
            if (Objects.equals(quantity, other.quantity)) {
                return "the same";
            }
            return other.quantity == null
                    ? "denied"
                    : other.quantity.equals(wanted) ? "allowed" : "reduced to " + other.quantity;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withTheChecksThemselves(long seed) {
        var random = new Random(seed);
        var answers = new TreeSet<String>();
        for (int at = 0; at < CASES; at++) {
            long scenario = random.nextLong();
            boolean reduces = random.nextBoolean();
            limits(random);
            TestRequest before = request(scenario, now, reduces);
            TestRequest after = request(scenario, then, reduces);
            var whatIf = new WhatIf(places(before.request()), places(after.request()));
            Opening decided = Opening.of(before, reduces);
            String expected = decided.whatIf(Opening.of(after, reduces));

            String answer = words(whatIf.judge(decision(decided)));

            assertThat(answer)
                    .as("seed %d, case %d: %s → %s, kept %s", seed, at, now, then, decided)
                    .isEqualTo(expected);
            answers.add(answer.split(" ")[0]);
        }
        assertThat(answers).containsExactly("allowed", "denied", "reduced", "the");
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.Same _ -> "the same";
            case Answer.Denied _ -> "denied";
            case Answer.Allowed _ -> "allowed";
            case Answer.Reduced reduced -> "reduced to " + reduced.to();
            case Answer.Untold untold -> untold.toString();
        };
    }

    private static KeptDecision decision(Opening decided) {
        return new KeptDecision(
                "demo:1",
                "1",
                "demo",
                "paper",
                decided.outcome(),
                "",
                decided.checks().stream().map(WhatIfAgreesTest::check).toList(),
                null,
                Instant.EPOCH);
    }

    private static KeptCheck check(CheckResult result) {
        return new KeptCheck(
                result.code(),
                result.passed(),
                result.numbers(),
                result.subject(),
                result.largest());
    }

    private static LimitPlaces places(OpeningRequest request) {
        return new LimitPlaces(
                request.strategy().limits(),
                request.account().limits(),
                Limits.UNSET,
                request.strategy().capital(),
                request.strategy().mode());
    }

    /// A few limits near what the scenarios reach, and one or two of them otherwise. Losses are
    /// counted only while they are limited, and trades in one window.
    private void limits(Random random) {
        now.clear();
        for (LimitKey key : KEYS) {
            if (random.nextInt(3) == 0) {
                now.put(key, word(key, random));
            }
        }
        then.clear();
        then.putAll(now);
        for (int change = 0; change < 2; change++) {
            LimitKey key = KEYS.get(random.nextInt(KEYS.size()));
            then.put(key, random.nextInt(5) == 0 ? "none" : word(key, random));
        }
    }

    private static String word(LimitKey key, Random random) {
        int some = 1 + random.nextInt(20);
        return switch (key) {
            case MAX_ORDER_NOTIONAL -> String.valueOf(some * 200);
            case MAX_ORDER_QUANTITY, MAX_OPEN_POSITIONS, MAX_ORDERS_PER_MINUTE, MAX_EXECUTIONS ->
                    String.valueOf(some);
            case MAX_POSITION_PERCENT,
                    MAX_BROKER_ALLOCATION_PERCENT,
                    MAX_NET_EXPOSURE_PERCENT,
                    PRICE_COLLAR_PERCENT ->
                    BigDecimal.valueOf(some, 1).toPlainString();
            case MAX_GROSS_LEVERAGE, LEVERAGE -> BigDecimal.valueOf(some, 2).toPlainString();
            case MAX_SIGNAL_AGE -> String.valueOf(some * 10);
            case EXECUTIONS_WINDOW, MAX_DAILY_LOSS_PERCENT, MAX_DRAWDOWN_PERCENT ->
                    throw new IllegalArgumentException(key.word());
        };
    }

    /// The same for the same scenario, but for the limits.
    private static TestRequest request(
            long scenario, Map<LimitKey, String> limits, boolean reduces) {
        var random = new Random(scenario);
        var request = new TestRequest();
        request.quantity = String.valueOf(1 + random.nextInt(20));
        request.price = money(random, 150);
        request.usedHere = money(random, 900);
        request.usedByStrategy = money(random, 9_000);
        request.used = money(random, 9_000);
        request.gross = money(random, 9_000);
        request.net = BigDecimal.valueOf(random.nextInt(180_000) - 90_000, 2).toPlainString();
        // The fee of another size is not kept.
        request.fee = reduces ? "0" : money(random, 5);
        request.total = random.nextBoolean() ? "300000" : null;
        request.reference = random.nextInt(4) == 0 ? null : near(request.price, random);
        request.age = random.nextInt(20) == 0 ? null : Duration.ofSeconds(random.nextInt(200));
        request.open = random.nextInt(20);
        request.rate = new OrderCounts(random.nextInt(20), random.nextInt(20), random.nextInt(20));
        request.executions = random.nextInt(20);
        request.with(settings -> {
            limits.forEach(settings::limit);
            if (reduces) {
                settings.reduceOnLimit();
            }
        });
        return request;
    }

    private static String near(String price, Random random) {
        return new BigDecimal(price)
                .multiply(BigDecimal.valueOf(980 + random.nextInt(40), 3))
                .setScale(2, RoundingMode.UP)
                .toPlainString();
    }

    private static String money(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most * 100), 2).toPlainString();
    }
}
