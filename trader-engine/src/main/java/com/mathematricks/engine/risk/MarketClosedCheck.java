package com.mathematricks.engine.risk;

import com.mathematricks.engine.calendar.MarketStatus;
import com.mathematricks.model.settings.WhenClosed;

/// MARKET_CLOSED: the market is closed and the strategy does not wait for its open.
final class MarketClosedCheck implements RiskCheck {

    @Override
    public CheckResult check(OpeningRequest request) {
        MarketStatus market = request.market();
        String text =
                market.doubt() == null ? market.text() : market.text() + "; " + market.doubt();
        return switch (market) {
            case MarketStatus.Open _ -> CheckResult.passed("MARKET_CLOSED", text);
            case MarketStatus.Closed closed -> {
                boolean waits = request.strategy().whenClosed() == WhenClosed.QUEUE;
                yield CheckResult.of(
                                waits,
                                "MARKET_CLOSED",
                                text
                                        + (waits
                                                ? "; the order waits for it"
                                                : "; when_closed is deny"))
                        .with("opens", closed.opens());
            }
        };
    }
}
