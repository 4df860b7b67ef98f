package com.mathematricks.collector.webhook;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.inbox.Receipt;
import com.mathematricks.model.settings.StrategyName;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the sender gets, and what the owner reads about it in the list of requests.
///
/// @param body JSON; a problem (RFC 9457) where the status is 400 or more
/// @param cause empty where all is well
/// @param cure what to do about it
record WebhookAnswer(
        int status,
        Map<String, Object> body,
        @Nullable StrategyName strategy,
        String cause,
        String cure) {

    static WebhookAnswer accepted(Receipt.Accepted receipt, StrategyName strategy) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", receipt.id());
        body.put("key", receipt.key().value());
        body.put("strategy", strategy.value());
        String cause =
                receipt.repeat() ? "a repeat of " + receipt.key() + ", counted, not traded" : "";
        return new WebhookAnswer(202, body, strategy, cause, "");
    }

    static WebhookAnswer priceTaken(StrategyName strategy) {
        return new WebhookAnswer(
                202, Map.of("strategy", strategy.value(), "type", "price"), strategy, "", "");
    }

    static WebhookAnswer malformed(FieldError error, @Nullable StrategyName strategy) {
        Map<String, Object> body = problem(400, "Bad Request", encodable(error.text()));
        body.put("field", encodable(error.field()));
        if (error.value() != null) {
            body.put("value", encodable(error.value()));
        }
        body.put("accepted", error.accepted());
        return new WebhookAnswer(
                400,
                body,
                strategy,
                encodable(error.text()),
                encodable(error.field()) + ": " + error.accepted());
    }

    /// JSON's escapes can smuggle in halves of surrogate pairs, which no encoder takes.
    private static String encodable(String quoted) {
        return new String(quoted.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static WebhookAnswer unauthorized(Admission.Denied denied) {
        String detail = "missing or wrong credential";
        return new WebhookAnswer(
                401, problem(401, "Unauthorized", detail), null, denied.cause(), denied.cure());
    }

    static WebhookAnswer forbidden(String address) {
        return new WebhookAnswer(
                403,
                problem(403, "Forbidden", "this address may not post"),
                null,
                "the address " + address + " is not in trader.webhook.allowed-addresses",
                "add it there, if it is yours");
    }

    static WebhookAnswer tooLong(@Nullable StrategyName strategy) {
        String detail = "the body is longer than " + WebhookBody.LIMIT + " bytes";
        return new WebhookAnswer(
                413,
                problem(413, "Content Too Large", detail),
                strategy,
                detail,
                "send less: a signal needs a few hundred bytes");
    }

    static WebhookAnswer tooMany() {
        return new WebhookAnswer(
                429,
                problem(429, "Too Many Requests", "too many requests without a good credential"),
                null,
                "this address came too often without a good credential; what follows is not listed",
                "mend the credential; posts with a good one are always taken");
    }

    static WebhookAnswer unavailable(@Nullable StrategyName strategy, String cause) {
        return new WebhookAnswer(
                503,
                problem(503, "Service Unavailable", "not taken, send it again"),
                strategy,
                cause,
                "TradingView sends again by itself; look at the service's health");
    }

    static WebhookAnswer notAllowed(String method) {
        return new WebhookAnswer(
                405,
                problem(405, "Method Not Allowed", "only POST is accepted"),
                null,
                method + " instead of POST",
                "use this address as the webhook of an alert");
    }

    private static Map<String, Object> problem(int status, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return body;
    }
}
