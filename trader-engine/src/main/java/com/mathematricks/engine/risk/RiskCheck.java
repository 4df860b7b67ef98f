package com.mathematricks.engine.risk;

/// One rule about an opening order. Pure; the result holds the compared numbers either way.
@FunctionalInterface
interface RiskCheck {

    CheckResult check(OpeningRequest request);
}
