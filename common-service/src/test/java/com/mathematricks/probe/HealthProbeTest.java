package com.mathematricks.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HealthProbeTest {

    @Test
    void isContentWithAReadyService() throws IOException {
        assertThat(askedOf(200, "{\"status\":\"UP\"}")).isEmpty();
    }

    @Test
    void saysWhatAServiceThatIsNotReadyAnswers() throws IOException {
        assertThat(askedOf(503, "{\"status\":\"OUT_OF_SERVICE\"}"))
                .isEqualTo("not ready: 503 {\"status\":\"OUT_OF_SERVICE\"}");
        assertThat(askedOf(404, "")).isEqualTo("not ready: 404 ");
    }

    @Test
    void failsWhereNobodyListens() throws IOException {
        HttpServer gone = serverThatAnswers(200, "");
        gone.stop(0);

        assertThatThrownBy(() -> HealthProbe.trouble(address(gone)))
                .isInstanceOf(ConnectException.class);
    }

    private static String askedOf(int status, String body) throws IOException {
        HttpServer server = serverThatAnswers(status, body);
        try {
            return HealthProbe.trouble(address(server));
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serverThatAnswers(int status, String body) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/ready",
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ready");
    }
}
