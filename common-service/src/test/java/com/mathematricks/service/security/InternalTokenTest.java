package com.mathematricks.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class InternalTokenTest {

    private static final InternalToken TOKEN = new InternalToken("0123456789abcdef");

    private final InternalTokenFilter filter =
            new InternalTokenFilter(TOKEN, List.of("/webhook", "/actuator/health"));

    private int answer(String path, @Nullable String header) throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        if (header != null) {
            request.addHeader("Authorization", header);
        }
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        filter.doFilter(request, response, chain);
        boolean passed = chain.getRequest() != null;
        assertThat(passed).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }

    @Test
    void letsNobodyInWhereThereIsNoToken() throws ServletException, IOException {
        var closed = new InternalTokenFilter(null, List.of("/actuator/health"));
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setServletPath("/actuator/prometheus");
        request.addHeader("Authorization", "Bearer ");
        var response = new MockHttpServletResponse();
        closed.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(401);
    }

    @Test
    void tokenHasSixteenCharactersAtLeast() {
        assertThatThrownBy(() -> new InternalToken("0123456789abcde"))
                .hasMessageContaining("16")
                .hasMessageNotContaining("0123456789abcde");
    }

    @Test
    void tokenIsNeverPrinted() {
        assertThat(TOKEN.toString()).doesNotContain("0123");
    }

    @Test
    void anOpenPathLearnsWhoHasTheToken() throws Exception {
        assertThat(callerOfHealth(TOKEN.header())).isEqualTo("internal");
        assertThat(callerOfHealth("Bearer another-token-than-ours")).isNull();
    }

    private @Nullable String callerOfHealth(String header) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/actuator/health");
        request.setServletPath("/actuator/health");
        request.addHeader("Authorization", header);
        var chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest() instanceof HttpServletRequest passed
                        && passed.getUserPrincipal() != null
                ? passed.getUserPrincipal().getName()
                : null;
    }

    @Test
    void rightTokenLetsIn() throws Exception {
        assertThat(answer("/internal/signals", TOKEN.header())).isEqualTo(200);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer ",
                "0123456789abcdef",
                "bearer 0123456789abcdef",
                "Bearer 0123456789abcdeF",
                "Bearer 0123456789abcdef "
            })
    void anythingElseDoesNot(@Nullable String header) throws Exception {
        assertThat(answer("/internal/signals", header)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/webhook, 200",
        "/webhook/KEY, 200",
        "/actuator/health/readiness, 200",
        "/webhooks, 401",
        "/actuator, 401",
        "/actuator/env, 401",
        "/, 401"
    })
    void onlyOpenPathsNeedNone(String path, int status) throws Exception {
        assertThat(answer(path, null)).isEqualTo(status);
    }
}
