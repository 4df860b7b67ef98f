package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;

/// What the checks share that compare the exposure after the order with a limit in money.
final class ExposureLimit {

    private ExposureLimit() {}

    /// @param text with three places: exposure after, limit, and how the limit comes about
    static CheckResult check(
            String code, String text, OpeningRequest request, Money used, Money limit, String how) {
        Money after = used.plus(request.exposure());
        return CheckResult.of(after.compareTo(limit) <= 0, code, text.formatted(after, limit, how))
                .with("before", used)
                .with("order", request.exposure())
                .with("after", after)
                .with("limit", limit)
                .butUpTo(request.unitsOfExposure(limit.minus(used)));
    }
}
