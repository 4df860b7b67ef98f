package com.mathematricks.engine.risk;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.calendar.MarketStatus;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.loss.Losses;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSettings;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A purchase of 10 AAPL at 100 in an account of 100,000 USD that holds nothing, until a test says
/// otherwise.
final class TestRequest implements Portfolio {

    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final InstrumentTable INSTRUMENTS = InstrumentFile.load(null);

    private final TestSettings settings = Scenario.settings().defaultLimits();
    String instrument = "AAPL";
    Side side = Side.BUY;
    String quantity = "10";
    @Nullable String wanted;
    String price = "100";
    String fee = "0";
    String equity = "100000";
    String used = "0";
    String usedHere = "0";
    String usedByStrategy = "0";
    String gross = "0";
    String net = "0";
    @Nullable String total;
    @Nullable String reference;
    @Nullable Duration age = Duration.ZERO;
    Instant now = NOW;
    MarketStatus market = new MarketStatus.Open("open", null);
    String strategyNet = "0";
    String accountNet = "0";
    int open;
    boolean isOpen;
    OrderCounts rate = new OrderCounts(0, 0, 0);
    TradingState state = TradingState.ACTIVE;
    @Nullable String brokerProblem;
    @Nullable String diskProblem;
    Losses losses = Losses.NONE;
    int executions;
    @Nullable Duration askedWithin;

    TestRequest with(Consumer<TestSettings> change) {
        change.accept(settings);
        return this;
    }

    OpeningRequest request() {
        Instrument found = INSTRUMENTS.find(new InstrumentId(instrument)).orElseThrow();
        Price at = Price.of(price);
        return new OpeningRequest(
                settings.strategy(),
                settings.account(),
                Limits.UNSET,
                found,
                side,
                Quantity.of(quantity),
                Quantity.of(wanted == null ? quantity : wanted),
                at,
                Optional.ofNullable(reference).map(Price::of).map(p -> KnownPrice.quote(p, NOW)),
                Conversion.of(found, at, Currency.USD).orElseThrow(),
                usd(fee),
                age,
                now,
                market,
                this);
    }

    CheckResult check(RiskCheck check) {
        return check.check(request());
    }

    private static Money usd(String amount) {
        return Money.of(amount, Currency.USD);
    }

    @Override
    public Money equity() {
        return usd(equity);
    }

    @Override
    public Optional<Money> totalEquity() {
        return Optional.ofNullable(total).map(TestRequest::usd);
    }

    @Override
    public Money exposure(Instrument of) {
        return usd(usedHere);
    }

    @Override
    public Money exposure() {
        return usd(used);
    }

    @Override
    public Money strategyExposure() {
        return usd(usedByStrategy);
    }

    @Override
    public Money grossNotional() {
        return usd(gross);
    }

    /// Given as long less short.
    @Override
    public Money netExposure(Side direction) {
        return direction == Side.BUY ? usd(net) : usd(net).negated();
    }

    @Override
    public NetQuantity strategyNet(Instrument of, Side entries) {
        return NetQuantity.of(strategyNet);
    }

    @Override
    public NetQuantity accountNet(Instrument of, Side entries) {
        return NetQuantity.of(accountNet);
    }

    @Override
    public int openPositions() {
        return open;
    }

    @Override
    public boolean isOpen(Instrument of) {
        return isOpen;
    }

    @Override
    public OrderCounts ordersLastMinute() {
        return rate;
    }

    @Override
    public int executions(Duration within) {
        askedWithin = within;
        return executions;
    }

    @Override
    public Losses losses(LossRule rule) {
        return losses;
    }

    @Override
    public ScopeState state() {
        return new ScopeState(StateScope.ALL, state, "a test", NOW);
    }

    @Override
    public Optional<String> brokerProblem() {
        return Optional.ofNullable(brokerProblem);
    }

    @Override
    public Optional<String> diskProblem() {
        return Optional.ofNullable(diskProblem);
    }
}
