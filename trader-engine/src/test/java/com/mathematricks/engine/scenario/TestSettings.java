package com.mathematricks.engine.scenario;

import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.EntryWindow;
import com.mathematricks.model.settings.FlatBy;
import com.mathematricks.model.settings.Limit;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.OnLimit;
import com.mathematricks.model.settings.OnLoss;
import com.mathematricks.model.settings.PositionMode;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.TradingMode;
import com.mathematricks.model.settings.WhenClosed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One strategy in one account, both of which may do everything until a test says otherwise.
public final class TestSettings {

    private final StrategyName name;
    private final AccountId account;
    private Sizing sizing = Sizing.AS_SIGNALLED;
    private final Map<LimitKey, Limit> limits = new EnumMap<>(LimitKey.class);
    private final Map<LimitKey, Limit> accountLimits = new EnumMap<>(LimitKey.class);
    private OnLimit onLimit = OnLimit.DENY;
    private @Nullable OnLoss onLoss;
    private boolean allowShort = true;
    private boolean accountAllowsShort = true;
    private MarketHours marketHours = MarketHours.KEEP;
    private WhenClosed whenClosed = WhenClosed.QUEUE;
    private @Nullable EntryWindow entryWindow;
    private @Nullable FlatBy flatBy;
    private Instant changedAt = Instant.EPOCH;
    private int pyramiding = 1;
    private PositionMode positionMode = PositionMode.STATED;
    private TradingMode mode = TradingMode.PAPER;
    private @Nullable Quantity defaultQuantity;
    private @Nullable Percentage defaultStop;
    private @Nullable Percentage defaultTarget;
    private final List<String> instruments = new ArrayList<>();
    private Currency currency = Currency.USD;
    private String capital = "100000";
    private boolean archived;

    TestSettings(StrategyName name, AccountId account) {
        this.name = name;
        this.account = account;
        limit(LimitKey.MAX_ORDER_NOTIONAL, "none");
        limit(LimitKey.MAX_POSITION_PERCENT, "none");
        limit(LimitKey.LEVERAGE, "none");
    }

    public TestSettings sizing(SizingMode by, String value) {
        sizing = new Sizing(by, new BigDecimal(value));
        return this;
    }

    public TestSettings sizing(SizingMode withoutValue) {
        sizing = new Sizing(withoutValue, null);
        return this;
    }

    public TestSettings limit(LimitKey key, String word) {
        limits.put(key, Limit.of(word));
        return this;
    }

    public TestSettings accountLimit(LimitKey key, String word) {
        accountLimits.put(key, Limit.of(word));
        return this;
    }

    /// No limit of the strategy's own: the defaults hold.
    public TestSettings defaultLimits() {
        limits.clear();
        return this;
    }

    public TestSettings reduceOnLimit() {
        onLimit = OnLimit.REDUCE;
        return this;
    }

    public TestSettings onLoss(OnLoss given) {
        onLoss = given;
        return this;
    }

    public TestSettings longOnly() {
        allowShort = false;
        return this;
    }

    public TestSettings accountLongOnly() {
        accountAllowsShort = false;
        return this;
    }

    public TestSettings atAnyHour() {
        marketHours = MarketHours.IGNORE;
        return this;
    }

    public TestSettings denyWhenClosed() {
        whenClosed = WhenClosed.DENY;
        return this;
    }

    public TestSettings entryWindow(String text) {
        entryWindow = new EntryWindow(text);
        return this;
    }

    public TestSettings flatBy(String text) {
        flatBy = new FlatBy(text);
        return this;
    }

    public TestSettings changedAt(String time) {
        changedAt = Instant.parse(time);
        return this;
    }

    public TestSettings pyramiding(int entries) {
        pyramiding = entries;
        return this;
    }

    public TestSettings ordersMode() {
        positionMode = PositionMode.ORDERS;
        return this;
    }

    public TestSettings live() {
        mode = TradingMode.LIVE;
        return this;
    }

    public TestSettings defaultQuantity(String units) {
        defaultQuantity = Quantity.of(units);
        return this;
    }

    /// Per cent of the entry's price.
    public TestSettings defaultBracket(String stop, String target) {
        defaultStop = Percentage.of(stop);
        defaultTarget = Percentage.of(target);
        return this;
    }

    public TestSettings only(String instrument) {
        instruments.add(instrument);
        return this;
    }

    public TestSettings currency(String code) {
        currency = new Currency(code);
        return this;
    }

    public TestSettings capital(String amount) {
        capital = amount;
        return this;
    }

    public TestSettings archived() {
        archived = true;
        return this;
    }

    public StrategySettings strategy() {
        return new StrategySettings(
                name,
                1,
                changedAt,
                account,
                mode,
                new BigDecimal(capital),
                sizing,
                new Limits(limits, onLimit, onLoss),
                allowShort,
                pyramiding,
                positionMode,
                null,
                60,
                whenClosed,
                entryWindow,
                flatBy,
                defaultQuantity,
                defaultStop,
                defaultTarget,
                instruments,
                "key",
                "secret",
                archived);
    }

    public AccountSettings account() {
        return new AccountSettings(
                account,
                1,
                Instant.EPOCH,
                BrokerName.PAPER,
                currency,
                new BigDecimal("100000"),
                accountAllowsShort,
                marketHours,
                new Limits(accountLimits, null));
    }

    static Settings all(List<TestSettings> settings, Limits overall) {
        var accounts = new ArrayList<AccountSettings>();
        for (TestSettings one : settings) {
            if (accounts.stream().noneMatch(known -> known.id().equals(one.account))) {
                accounts.add(one.account());
            }
        }
        return new Settings(
                settings.stream().map(TestSettings::strategy).toList(), accounts, overall);
    }
}
