package com.mathematricks.collector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final List<AddressRange> PROXIES =
            List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("fd00::1"));

    @Test
    void believesNobodyButTheProxy() {
        assertThat(ClientAddress.of("192.0.2.9", List.of("52.89.214.238"), PROXIES))
                .isEqualTo("192.0.2.9");
    }

    @Test
    void takesTheRightmostEntryThatIsNoProxyOfOurs() {
        assertThat(
                        ClientAddress.of(
                                "10.1.2.3",
                                List.of("52.89.214.238, 192.0.2.1", "192.0.2.2, 10.9.9.9"),
                                PROXIES))
                .isEqualTo("192.0.2.2");
    }

    @Test
    void understandsPortsAndBrackets() {
        assertThat(ClientAddress.of("fd00::1", List.of("192.0.2.2:4711"), PROXIES))
                .isEqualTo("192.0.2.2");
        assertThat(ClientAddress.of("fd00::1", List.of("[2001:db8::7]:4711"), PROXIES))
                .isEqualTo("2001:db8::7");
    }

    @Test
    void takesTheProxyItselfWhereItNamesNobody() {
        assertThat(ClientAddress.of("10.1.2.3", List.of(), PROXIES)).isEqualTo("10.1.2.3");
        assertThat(ClientAddress.of("10.1.2.3", List.of(" , "), PROXIES)).isEqualTo("10.1.2.3");
    }

    @Test
    void takesGarbageForSomebodyUnknown() {
        String garbage =
                ClientAddress.of("10.1.2.3", List.of("unknown" + "x".repeat(500)), PROXIES);

        assertThat(garbage).hasSize(45);
        assertThat(AddressRange.contains(List.of(AddressRange.of("0.0.0.0/0")), garbage)).isFalse();
    }

    @Test
    void comparesOnlyThePrefix() {
        List<AddressRange> ranges =
                List.of(AddressRange.of("192.0.2.128/25"), AddressRange.of("2001:db8::/33"));

        assertThat(AddressRange.contains(ranges, "192.0.2.200")).isTrue();
        assertThat(AddressRange.contains(ranges, "192.0.2.127")).isFalse();
        assertThat(AddressRange.contains(ranges, "2001:db8:7fff::1")).isTrue();
        assertThat(AddressRange.contains(ranges, "2001:db8:8000::1")).isFalse();
        assertThat(AddressRange.contains(ranges, "::ffff:192.0.2.200")).isTrue();
    }

    @Test
    void refusesWhatIsNoRange() {
        for (String text : List.of("", "example.org", "10.0.0.0/33", "10.0.0.0/x", "1.2.3.4.5")) {
            assertThatThrownBy(() -> AddressRange.of(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + text + "'");
        }
    }

    @Test
    void knowsTradingViewsAddressesByTheirName() {
        var properties = new WebhookProperties(List.of("tradingview", "192.0.2.1"), List.of());

        assertThat(AddressRange.contains(properties.allowed(), "52.32.178.7")).isTrue();
        assertThat(AddressRange.contains(properties.allowed(), "192.0.2.1")).isTrue();
        assertThat(AddressRange.contains(properties.allowed(), "192.0.2.2")).isFalse();
    }
}
