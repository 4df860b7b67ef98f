package com.mathematricks.engine.broker.paper;

import com.mathematricks.model.money.Percentage;

/// What a market order pays beside the price that is known: half the distance between bid and ask,
/// and the slip of price until it is filled.
public record PaperCosts(Percentage halfSpread, Percentage slippage) {

    public static final PaperCosts DEFAULT =
            new PaperCosts(Percentage.of("0.01"), Percentage.of("0.01"));

    public PaperCosts {
        if (isWrong(halfSpread) || isWrong(slippage)) {
            throw new IllegalArgumentException(
                    "half spread %s, slippage %s: 0 %% to 50 %% are accepted"
                            .formatted(halfSpread, slippage));
        }
    }

    // Below 50 % each, so that a price to sell at stays above zero.
    private static boolean isWrong(Percentage cost) {
        return cost.percent().signum() < 0 || cost.percent().intValue() >= 50;
    }
}
