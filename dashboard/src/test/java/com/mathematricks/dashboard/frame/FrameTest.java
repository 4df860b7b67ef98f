package com.mathematricks.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class FrameTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, false, false",
        "trader.localhost, false, false",
        "127.0.0.1, false, false",
        "::1, false, false",
        "[::1], false, false",
        "192.168.1.5, false, true",
        "localhost.evil.example, false, true",
        "127.0.0.1.evil.example, false, true",
        "trade.example, false, true",
        "trade.example, true, false",
    })
    void warnsWhereOthersCanRead(String host, boolean encrypted, boolean warned) {
        var request = new MockHttpServletRequest();
        request.setServerName(host);
        request.setSecure(encrypted);

        assertThat(new Frame(request, false).insecure()).isEqualTo(warned);
    }
}
