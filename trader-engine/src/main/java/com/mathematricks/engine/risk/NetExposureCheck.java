package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.LimitKey;

/// NET_EXPOSURE: the account would lean further in the order's direction, long less short or short
/// less long, than the allowed share of its equity. An order that leans the other way only brings
/// it nearer to the middle, and passes.
final class NetExposureCheck implements RiskCheck {

    private static final String CODE = "NET_EXPOSURE";

    @Override
    public CheckResult check(OpeningRequest request) {
        Money before = request.portfolio().netExposure(request.direction());
        return request.limit(LimitKey.MAX_NET_EXPOSURE_PERCENT)
                .map(Percentage::new)
                .map(percent -> check(request, before, percent))
                .orElseGet(() ->
                        ExposureLimit.unlimited(
                                CODE, "No limit on net exposure", before, request.exposure()))
                .with("equity", request.portfolio().equity());
    }

    private static CheckResult check(OpeningRequest request, Money before, Percentage percent) {
        String lean = request.direction() == Side.BUY ? "long less short" : "short less long";
        return ExposureLimit.check(
                CODE,
                "Account " + lean + " %s after it, at most %s (%s of equity) is allowed",
                request,
                before,
                percent.of(request.portfolio().equity()).rounded(),
                percent.toString());
    }
}
