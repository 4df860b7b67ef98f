package com.mathematricks.model.settings;

import com.mathematricks.model.money.Percentage;
import org.jspecify.annotations.Nullable;

/// How a paper account fills, where that is not by default.
///
/// @param halfSpread what a market order pays beside the price that is known: half the distance
///   between bid and ask
/// @param slippage and the slip of price until it is filled
/// @param partialFills a seed: orders fill in parts, drawn by it; null: whole
public record PaperSettings(
        @Nullable Percentage halfSpread,
        @Nullable Percentage slippage,
        @Nullable Long partialFills) {

    public static final PaperSettings DEFAULT = new PaperSettings(null, null, null);

    public PaperSettings {
        if (!isCost(halfSpread) || !isCost(slippage)) {
            throw new IllegalArgumentException(
                    "half spread %s, slippage %s: 0 %% to below 50 %% are accepted"
                            .formatted(halfSpread, slippage));
        }
    }

    /// True below 50 %, so that a price to sell at stays above zero, and where none is given.
    public static boolean isCost(@Nullable Percentage cost) {
        return cost == null || (cost.percent().signum() >= 0 && cost.percent().intValue() < 50);
    }
}
