package com.mathematricks.model.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.Limit;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.OnLimit;
import com.mathematricks.model.settings.TradingMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ten units of 100 USD were wanted, in an account of 100,000 USD.
class WhatIfTest {

    private static final String SIZE = "quantity=10 lot=1 smallest=1";
    private static final Answer SAME = new Answer.Same();
    private static final Answer ALLOWED = new Answer.Allowed();

    private final Map<LimitKey, Limit> before = new EnumMap<>(LimitKey.class);
    private final Map<LimitKey, Limit> after = new EnumMap<>(LimitKey.class);
    private Limits account = Limits.UNSET;
    private TradingMode mode = TradingMode.PAPER;
    private OnLimit onLimitBefore = OnLimit.DENY;
    private OnLimit onLimit = OnLimit.DENY;
    private String capital = "10000";
    private KeptDecision.@Nullable AtOpen atOpen;
    private String outcome = "APPROVED";

    /// @param numbers as `name=value`, with `_` for a space
    private static KeptCheck check(boolean passed, String code, String numbers) {
        Map<String, String> map =
                Arrays.stream(numbers.split(" "))
                        .map(pair -> pair.replace('_', ' ').split("="))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new KeptCheck(code, passed, map, "AAPL", null);
    }

    private static KeptCheck passed(String code, String numbers) {
        return check(true, code, numbers);
    }

    private static KeptCheck failed(String code, String numbers) {
        return check(false, code, numbers);
    }

    private static KeptCheck failedBut(String code, String numbers, String largest) {
        KeptCheck check = failed(code, numbers);
        return new KeptCheck(code, false, check.numbers(), "AAPL", Quantity.of(largest));
    }

    private WhatIfTest from(LimitKey key, String word) {
        before.put(key, Limit.of(word));
        return this;
    }

    private WhatIfTest to(LimitKey key, String word) {
        after.put(key, Limit.of(word));
        return this;
    }

    private Answer judge(KeptCheck... checks) {
        var whatIf =
                new WhatIf(places(before, onLimitBefore, "10000"), places(after, onLimit, capital));
        return whatIf.judge(
                new KeptDecision(
                        "demo:1",
                        "1",
                        "demo",
                        "paper",
                        outcome,
                        "",
                        List.of(checks),
                        atOpen,
                        Instant.EPOCH));
    }

    private LimitPlaces places(Map<LimitKey, Limit> limits, OnLimit above, String money) {
        return new LimitPlaces(
                new Limits(limits, above), account, Limits.UNSET, new BigDecimal(money), mode);
    }

    private static @Nullable String code(Answer answer) {
        return switch (answer) {
            case Answer.Denied(String code, String _) -> code;
            case Answer.Reduced(Quantity _, String code, String _) -> code;
            case Answer.Untold(String code, String _) -> code;
            case Answer.Same _, Answer.Allowed _ -> null;
        };
    }

    /// Each limit at the boundary and just on its wrong side.
    @ParameterizedTest
    @CsvSource({
        "SIGNAL_STALE, age=12.5, MAX_SIGNAL_AGE, 12.5, 12.499",
        "ORDER_QUANTITY, quantity=10, MAX_ORDER_QUANTITY, 10, 9.999",
        "ORDER_NOTIONAL, notional=1000_USD equity=100000_USD, MAX_ORDER_NOTIONAL, 1000, 999.99",
        "PRICE_COLLAR, distance_percent=2.5, PRICE_COLLAR_PERCENT, 2.5, 2.4999",
        // 1 % of 100,000
        "POSITION_LIMIT, before=0_USD order=1000_USD equity=100000_USD, MAX_POSITION_PERCENT, 1, .99999",
        "BROKER_ALLOCATION, before=0_USD order=1000_USD equity_of_all=200000_USD, MAX_BROKER_ALLOCATION_PERCENT, .5, .49999",
        // 0.15 of the capital of 10,000
        "STRATEGY_CAPITAL, before=500_USD order=1000_USD, LEVERAGE, .15, .149999",
        "GROSS_LEVERAGE, before=500_USD order=1000_USD equity=100000_USD, MAX_GROSS_LEVERAGE, .015, .0149999",
        "NET_EXPOSURE, before=-500_USD order=1000_USD equity=100000_USD, MAX_NET_EXPOSURE_PERCENT, .5, .49999",
        // 1,005 less the fee
        "BUYING_POWER, before=0_USD order=1000_USD equity=100000_USD fee=5_USD, LEVERAGE, .01005, .0100499",
        "MARGIN, before=0_USD order=1000_USD equity=100000_USD fee=5_USD, LEVERAGE, .01005, .0100499",
        "OPEN_POSITIONS, after=5, MAX_OPEN_POSITIONS, 5, 4",
        "ORDER_RATE, of_the_strategy=5 of_the_account=7, MAX_ORDERS_PER_MINUTE, 5, 4",
        "REPEATED_EXECUTION, executions=3 window=3600, MAX_EXECUTIONS, 3, 2",
        // A loss is to stay below its limit.
        "DAILY_LOSS, of=strategy_demo from=100000_USD lost=3000_USD, MAX_DAILY_LOSS_PERCENT, 3.0001, 3",
        "DRAWDOWN, of=strategy_demo from=100000_USD lost=3000_USD, MAX_DRAWDOWN_PERCENT, 3.0001, 3",
    })
    void eachLimitAllowsWhatIsAtIt(
            String code, String numbers, LimitKey key, String enough, String tooLittle) {
        from(key, "1000000").to(key, enough);
        assertThat(judge(passed(code, numbers))).isEqualTo(SAME);
        to(key, tooLittle);
        assertThat(judge(passed(code, numbers))).isInstanceOf(Answer.Denied.class);
        assertThat(code(judge(passed(code, numbers)))).isEqualTo(code);

        from(key, ".0001").to(key, enough);
        assertThat(judge(failed(code, numbers))).isEqualTo(ALLOWED);
        to(key, tooLittle);
        assertThat(judge(failed(code, numbers))).isEqualTo(SAME);
        to(key, "none");
        assertThat(judge(failed(code, numbers))).isEqualTo(ALLOWED);
    }

    @Test
    void saysTheComparedNumbers() {
        to(LimitKey.MAX_POSITION_PERCENT, "1");
        assertThat(judge(passed("POSITION_LIMIT", "before=1_USD order=1000_USD equity=100000_USD")))
                .isEqualTo(
                        new Answer.Denied("POSITION_LIMIT", "1001 USD after it, at most 1000 USD"));
    }

    @Test
    void anotherCapitalLimitsTheStrategy() {
        KeptCheck check = passed("STRATEGY_CAPITAL", "before=500_USD order=1000_USD");
        capital = "1500";
        assertThat(judge(check)).isEqualTo(SAME);
        capital = "1499.99";
        assertThat(code(judge(check))).isEqualTo("STRATEGY_CAPITAL");
    }

    @Test
    void whereTheOrdersLimitIsTakenAwayATenthOfTheEquityHolds() {
        from(LimitKey.MAX_ORDER_NOTIONAL, "none");
        assertThat(judge(passed("ORDER_NOTIONAL", "notional=10000_USD equity=100000_USD")))
                .isEqualTo(SAME);
        assertThat(code(judge(passed("ORDER_NOTIONAL", "notional=10000.01_USD equity=100000_USD"))))
                .isEqualTo("ORDER_NOTIONAL");
    }

    @Test
    void aStricterLimitOfTheAccountHolds() {
        account = new Limits(Map.of(LimitKey.MAX_OPEN_POSITIONS, Limit.of("4")), null);
        from(LimitKey.MAX_OPEN_POSITIONS, "5").to(LimitKey.MAX_OPEN_POSITIONS, "9");
        assertThat(judge(failed("OPEN_POSITIONS", "after=5"))).isEqualTo(SAME);
    }

    @Test
    void whatFailedForAnotherReasonStaysDenied() {
        to(LimitKey.MAX_OPEN_POSITIONS, "none").from(LimitKey.MAX_OPEN_POSITIONS, "1");
        assertThat(judge(failed("SHORT_NOT_ALLOWED", ""), failed("OPEN_POSITIONS", "after=5")))
                .isEqualTo(SAME);
    }

    @Test
    void aLimitThatIsNotChangedSaysWhatItSaid() {
        to(LimitKey.MAX_POSITION_PERCENT, "5");
        assertThat(judge(passed("OPEN_POSITIONS", "after=500"))).isEqualTo(SAME);
    }

    @Test
    void whatWasNotKeptCannotBeTold() {
        to(LimitKey.MAX_POSITION_PERCENT, "5");
        assertThat(judge(passed("POSITION_LIMIT", "before=0_USD order=1000_USD limit=10000_USD")))
                .isEqualTo(
                        new Answer.Untold("POSITION_LIMIT", "what it compares was not kept then"));
        to(LimitKey.MAX_POSITION_PERCENT, "none");
        assertThat(judge(passed("POSITION_LIMIT", ""))).isEqualTo(SAME);
    }

    @Test
    void whatIsDeniedAnywayNeedsNoNumbers() {
        to(LimitKey.MAX_POSITION_PERCENT, "5").to(LimitKey.MAX_OPEN_POSITIONS, "1");
        assertThat(code(judge(passed("POSITION_LIMIT", ""), passed("OPEN_POSITIONS", "after=2"))))
                .isEqualTo("OPEN_POSITIONS");
    }

    @Test
    void withoutAReferenceTheCollarLetsPaperPass() {
        to(LimitKey.PRICE_COLLAR_PERCENT, "1");
        assertThat(judge(passed("PRICE_COLLAR", "price=100 reference=none"))).isEqualTo(SAME);
        mode = TradingMode.LIVE;
        assertThat(code(judge(passed("PRICE_COLLAR", "price=100 reference=none"))))
                .isEqualTo("PRICE_COLLAR");
    }

    @Test
    void oneAccountHasNoShareOfAll() {
        to(LimitKey.MAX_BROKER_ALLOCATION_PERCENT, ".001");
        assertThat(judge(passed("BROKER_ALLOCATION", "before=0_USD order=1000_USD after=1000_USD")))
                .isEqualTo(SAME);
    }

    @ParameterizedTest
    @CsvSource({
        // Three trades within an hour were counted.
        "3, 7200, untold",
        "2, 7200, denied",
        "3, 60, same",
        "2, 60, untold",
    })
    void anotherWindowIsToldWhereItCanBe(String most, String window, String expected) {
        to(LimitKey.MAX_EXECUTIONS, most).to(LimitKey.EXECUTIONS_WINDOW, window);
        Answer answer = judge(passed("REPEATED_EXECUTION", "executions=3 window=3600"));
        assertThat(answer)
                .isInstanceOf(
                        switch (expected) {
                            case "same" -> Answer.Same.class;
                            case "denied" -> Answer.Denied.class;
                            default -> Answer.Untold.class;
                        });
    }

    @Test
    void aLossThatNobodyCountedCannotBeTold() {
        to(LimitKey.MAX_DAILY_LOSS_PERCENT, "3");
        assertThat(judge(passed("DAILY_LOSS", ""))).isInstanceOf(Answer.Untold.class);
        // Kept was the account's, which had lost more.
        assertThat(judge(passed("DAILY_LOSS", "of=account_paper from=9_USD lost=1_USD")))
                .isInstanceOf(Answer.Untold.class);
    }

    @Test
    void aLooserLossLimitIsNotReachedEither() {
        from(LimitKey.MAX_DAILY_LOSS_PERCENT, "3").to(LimitKey.MAX_DAILY_LOSS_PERCENT, "4");
        assertThat(judge(passed("DAILY_LOSS", "of=account_paper from=9_USD lost=1_USD")))
                .isEqualTo(SAME);
    }

    @Test
    void whereItIsWantedTheSizeIsCutToTheLot() {
        onLimit = OnLimit.REDUCE;
        onLimitBefore = OnLimit.REDUCE;
        to(LimitKey.MAX_POSITION_PERCENT, ".75");
        KeptCheck position =
                passed("POSITION_LIMIT", "before=0_USD order=1000_USD equity=100000_USD");
        // 750 of 100 each
        assertThat(judge(passed("ORDER_QUANTITY", SIZE), position))
                .isEqualTo(
                        new Answer.Reduced(
                                Quantity.of("7"),
                                "POSITION_LIMIT",
                                "1000 USD after it, at most 750 USD"));
        to(LimitKey.MAX_POSITION_PERCENT, ".1");
        assertThat(judge(passed("ORDER_QUANTITY", SIZE), position))
                .extracting(WhatIfTest::size)
                .isEqualTo("1");
        to(LimitKey.MAX_POSITION_PERCENT, ".0999");
        assertThat(code(judge(passed("ORDER_QUANTITY", SIZE), position)))
                .isEqualTo("POSITION_LIMIT");
        assertThat(judge(passed("ORDER_QUANTITY", SIZE), position))
                .isInstanceOf(Answer.Denied.class);
    }

    private static String size(Answer answer) {
        return answer instanceof Answer.Reduced(Quantity to, String _, String _)
                ? to.toString()
                : answer.toString();
    }

    @Test
    void theSmallestOfAllSizesCounts() {
        onLimit = OnLimit.REDUCE;
        onLimitBefore = OnLimit.REDUCE;
        to(LimitKey.MAX_POSITION_PERCENT, ".75");
        to(LimitKey.MAX_ORDER_QUANTITY, "5");
        assertThat(
                        judge(
                                passed("ORDER_QUANTITY", SIZE),
                                passed(
                                        "POSITION_LIMIT",
                                        "before=0_USD order=1000_USD equity=100000_USD")))
                .extracting(WhatIfTest::size)
                .isEqualTo("5");
    }

    @Test
    void legsThatAreOpenedTogetherAreNotCut() {
        onLimit = OnLimit.REDUCE;
        onLimitBefore = OnLimit.REDUCE;
        to(LimitKey.MAX_ORDER_QUANTITY, "9");
        assertThat(code(judge(passed("ORDER_QUANTITY", SIZE), passed("ORDER_QUANTITY", SIZE))))
                .isEqualTo("ORDER_QUANTITY");
    }

    @Test
    void whatWasCutCouldHaveBeenMore() {
        outcome = "PARTLY";
        onLimit = OnLimit.REDUCE;
        onLimitBefore = OnLimit.REDUCE;
        from(LimitKey.MAX_POSITION_PERCENT, "1").to(LimitKey.MAX_POSITION_PERCENT, "1.2");
        KeptCheck size = passed("ORDER_QUANTITY", SIZE + " wanted=15");
        KeptCheck position =
                passed("POSITION_LIMIT", "before=0_USD order=1000_USD equity=100000_USD");
        assertThat(judge(size, position)).extracting(WhatIfTest::size).isEqualTo("12");
        to(LimitKey.MAX_POSITION_PERCENT, "1.5");
        assertThat(judge(size, position)).isEqualTo(ALLOWED);
        to(LimitKey.MAX_POSITION_PERCENT, ".9");
        assertThat(judge(size, position)).extracting(WhatIfTest::size).isEqualTo("9");
    }

    @Test
    void whatAnotherLimitHadCutStaysAsItWas() {
        outcome = "PARTLY";
        onLimit = OnLimit.REDUCE;
        onLimitBefore = OnLimit.REDUCE;
        from(LimitKey.MAX_POSITION_PERCENT, "5").to(LimitKey.MAX_POSITION_PERCENT, "4");
        var net = new KeptCheck("NET_EXPOSURE", true, Map.of(), "AAPL", Quantity.of("10.4"));
        assertThat(
                        judge(
                                passed("ORDER_QUANTITY", SIZE + " wanted=15"),
                                passed(
                                        "POSITION_LIMIT",
                                        "before=0_USD order=1000_USD equity=100000_USD"),
                                net))
                .isEqualTo(SAME);
    }

    @Test
    void aCutWhoseSizeWasNotKeptCannotBeTold() {
        outcome = "PARTLY";
        onLimit = OnLimit.REDUCE;
        onLimitBefore = OnLimit.REDUCE;
        from(LimitKey.MAX_OPEN_POSITIONS, "5").to(LimitKey.MAX_OPEN_POSITIONS, "6");
        assertThat(judge(passed("OPEN_POSITIONS", "after=5"))).isInstanceOf(Answer.Untold.class);
    }

    @Test
    void reducingInPlaceOfDenyingOpensWhatTheLimitLeaves() {
        onLimit = OnLimit.REDUCE;
        assertThat(
                        judge(
                                passed("ORDER_QUANTITY", SIZE),
                                failedBut("POSITION_LIMIT", "before=0_USD order=1000_USD", "4.9")))
                .extracting(WhatIfTest::size)
                .isEqualTo("4");
        assertThat(judge(passed("ORDER_QUANTITY", SIZE), failed("OPEN_POSITIONS", "after=51")))
                .isEqualTo(SAME);
    }

    @Test
    void denyingInPlaceOfReducingOpensNothing() {
        outcome = "PARTLY";
        onLimitBefore = OnLimit.REDUCE;
        var size = passed("ORDER_QUANTITY", SIZE + " wanted=15");
        var position = new KeptCheck("POSITION_LIMIT", true, Map.of(), "AAPL", Quantity.of("10"));
        assertThat(code(judge(size, position))).isEqualTo("POSITION_LIMIT");
    }

    @Test
    void whatWaitedIsJudgedAtTheOpenToo() {
        to(LimitKey.MAX_OPEN_POSITIONS, "5");
        List<KeptCheck> later = new ArrayList<>();
        later.add(passed("OPEN_POSITIONS", "after=6"));
        atOpen = new KeptDecision.AtOpen(later);
        assertThat(code(judge(passed("OPEN_POSITIONS", "after=5")))).isEqualTo("OPEN_POSITIONS");
    }

    @Test
    void aDecisionThatOpenedNothingStays() {
        to(LimitKey.MAX_OPEN_POSITIONS, "1");
        onLimit = OnLimit.REDUCE;
        assertThat(judge()).isEqualTo(SAME);
        assertThat(judge(failed("ALREADY_IN_POSITION", ""))).isEqualTo(SAME);
    }
}
