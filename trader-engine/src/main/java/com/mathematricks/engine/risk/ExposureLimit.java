package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;

/// What the checks share that compare the exposure after the order with a limit in money.
final class ExposureLimit {

    private ExposureLimit() {}

    /// @param text with three places: exposure after, limit, and how the limit comes about
    static CheckResult check(
            String code, String text, OpeningRequest request, Money used, Money limit, String how) {
        Money after = used.plus(request.exposure());
        return numbers(
                        CheckResult.of(
                                after.compareTo(limit) <= 0,
                                code,
                                text.formatted(after, limit, how)),
                        used,
                        request.exposure())
                .with("limit", limit)
                .butUpTo(request.unitsOfExposure(limit.minus(used)));
    }

    /// Where no limit holds the numbers are kept all the same, for whoever wants to know later what
    /// one would have done.
    static CheckResult unlimited(String code, String text, Money used, Money order) {
        return numbers(CheckResult.passed(code, text), used, order);
    }

    static CheckResult numbers(CheckResult result, Money used, Money order) {
        return result.with("before", used).with("order", order).with("after", used.plus(order));
    }
}
