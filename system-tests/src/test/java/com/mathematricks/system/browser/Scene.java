package com.mathematricks.system.browser;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A day with a bit of everything: fills, a resting order, a denial, a refusal, a repeat.
public final class Scene {

    private Scene() {}

    public static StrategiesFile strategies() {
        return StrategiesFile.withDemo()
                .strategy(
                        "momentum",
                        "paper",
                        "sizing: {mode: fixed_notional, notional: 4000}",
                        "limits: {max_position_percent: 10, max_orders_per_minute: 30, on_limit: reduce}",
                        "allow_short: true")
                .strategy(
                        "crypto-trend",
                        "paper",
                        "sizing: {mode: fixed_notional, notional: 2500}",
                        "limits: {max_position_percent: 10, max_orders_per_minute: 30, on_limit: deny}",
                        "allow_short: false");
    }

    public static void play(Suite suite) {
        String old = String.valueOf(Instant.now().minus(Duration.ofMinutes(10)).getEpochSecond());
        List<String[]> posts =
                List.of(
                        post("demo", "{'ticker': 'AAPL', 'action': 'buy', 'price': '189.5'}"),
                        post(
                                "momentum",
                                "{'ticker': 'NASDAQ:MSFT', 'action': 'buy', 'price': '415.2'}"),
                        post("momentum", "{'ticker': 'NVDA', 'action': 'sell', 'price': '131.4'}"),
                        post(
                                "crypto-trend",
                                "{'ticker': 'BTCUSDT', 'exchange': 'BINANCE', 'action': 'buy', 'price': '64250'}"),
                        post("demo", "{'ticker': 'AAPL', 'action': 'buy', 'price': '189.5'}"),
                        post("demo", "{'ticker': 'TSLA', 'action': 'sell', 'price': '242.1'}"),
                        post(
                                "demo",
                                "{'ticker': 'KO', 'action': 'buy', 'contracts': '1,000', 'price': '62'}"),
                        post(
                                "crypto-trend",
                                "{'ticker': 'ETHUSDT', 'exchange': 'BINANCE', 'action': 'buy', 'price': '3150', 'signal_sent_EPOCH': '"
                                        + old
                                        + "'}"),
                        post(
                                "momentum",
                                "{'ticker': 'AMD', 'action': 'buy', 'orderType': 'limit', 'limitPrice': '140', 'price': '148.2'}"),
                        post(
                                "momentum",
                                "{'type': 'price', 'ticker': 'NASDAQ:MSFT', 'price': '418.9'}"),
                        post("momentum", "{'type': 'price', 'ticker': 'NVDA', 'price': '133.2'}"),
                        post("demo", "{'ticker': 'AAPL', 'action': 'exit', 'price': '191.2'}"));
        for (String[] each : posts) {
            Answer answer = Webhook.postTo(suite.keyAddress(each[0]), each[1].replace('\'', '"'));
            // A price has no id, and a refused signal none either.
            if (answer.status() == 202 && !answer.text("id").isEmpty()) {
                suite.api()
                        .awaitSignal(
                                answer.text("id"),
                                "decided",
                                story -> !story.path("status").asString().equals("RECEIVED"));
            }
        }
    }

    /// The path of the page of a signal that was filled.
    public static String filledSignal(Suite suite) {
        return "/signals/"
                + suite.api()
                        .one("signals", story -> story.path("fills").size() == 1)
                        .path("id")
                        .asString();
    }

    private static String[] post(String strategy, String body) {
        return new String[] {strategy, body};
    }
}
