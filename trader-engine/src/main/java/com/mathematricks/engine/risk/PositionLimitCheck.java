package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.LimitKey;

/// POSITION_LIMIT: the account's position in the instrument after the order would be more than the
/// allowed share of its equity.
final class PositionLimitCheck implements RiskCheck {

    private static final String CODE = "POSITION_LIMIT";

    @Override
    public CheckResult check(OpeningRequest request) {
        Money used = request.portfolio().exposure(request.instrument());
        return request.limit(LimitKey.MAX_POSITION_PERCENT)
                .map(Percentage::new)
                .map(percent ->
                        ExposureLimit.check(
                                CODE,
                                "Position of %s after it, at most %s (%s of equity) is allowed",
                                request,
                                used,
                                percent.of(request.portfolio().equity()).rounded(),
                                percent.toString()))
                .orElseGet(() ->
                        ExposureLimit.unlimited(
                                CODE, "No limit on a position's size", used, request.exposure()))
                .with("equity", request.portfolio().equity());
    }
}
