package com.mathematricks.engine.risk;

import java.util.List;
import java.util.Optional;

/// The checks in the order that they are made. All are made, so that a person sees every number;
/// the first that fails names the denial.
public final class RiskChecks {

    /// The one that also pauses the strategy.
    public static final String REPEATED_EXECUTION = "REPEATED_EXECUTION";

    private static final List<RiskCheck> CHECKS =
            List.of(
                    new TradingStateCheck(),
                    new BrokerUpCheck(),
                    new DiskCheck(),
                    new SignalAgeCheck(),
                    new MarketClosedCheck(),
                    new EntryWindowCheck(),
                    new ShortCheck(),
                    new OrderQuantityCheck(),
                    new OrderNotionalCheck(),
                    new PriceCollarCheck(),
                    new PositionLimitCheck(),
                    new BrokerAllocationCheck(),
                    new StrategyCapitalCheck(),
                    new GrossLeverageCheck(),
                    new NetExposureCheck(),
                    new BuyingPowerCheck(),
                    new OpenPositionsCheck(),
                    new OrderRateCheck(),
                    new RepeatedExecutionCheck(),
                    new DailyLossCheck(),
                    new DrawdownCheck());

    private RiskChecks() {}

    public static List<CheckResult> check(OpeningRequest request) {
        String subject = request.instrument().id().value();
        return CHECKS.stream().map(check -> check.check(request).about(subject)).toList();
    }

    public static Optional<CheckResult> firstFailed(List<CheckResult> results) {
        return results.stream().filter(result -> !result.passed()).findFirst();
    }
}
