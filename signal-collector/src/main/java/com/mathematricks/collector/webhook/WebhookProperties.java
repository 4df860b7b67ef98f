package com.mathematricks.collector.webhook;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `trader.webhook`: who may post.
///
/// @param allowedAddresses addresses, ranges or the word `tradingview`; empty: anyone with a
///   credential
/// @param trustedProxies whose `X-Forwarded-For` counts; empty: nobody's
@ConfigurationProperties("trader.webhook")
public record WebhookProperties(
        @DefaultValue List<String> allowedAddresses, @DefaultValue List<String> trustedProxies) {

    /// What https://www.tradingview.com/support/solutions/43000529348 publishes as its senders.
    private static final List<String> TRADINGVIEW =
            List.of("52.89.214.238", "34.212.75.30", "54.218.53.128", "52.32.178.7");

    public WebhookProperties {
        allowedAddresses = List.copyOf(allowedAddresses);
        trustedProxies = List.copyOf(trustedProxies);
    }

    List<AddressRange> allowed() {
        return allowedAddresses.stream()
                .flatMap(
                        word -> word.equals("tradingview") ? TRADINGVIEW.stream() : Stream.of(word))
                .map(AddressRange::of)
                .toList();
    }

    List<AddressRange> proxies() {
        return trustedProxies.stream().map(AddressRange::of).toList();
    }
}
