package com.mathematricks.system.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;

/// What a service tells of itself at `/actuator/health`.
public final class ServiceHealth {

    private final URI address;

    public ServiceHealth(URI address) {
        this.address = address;
    }

    /// 503 where nobody answers yet.
    public int status(String group) {
        try {
            return Http.send(HttpRequest.newBuilder(URI.create(address + "/" + group))).status();
        } catch (IOException _) {
            return 503;
        }
    }

    /// As anybody sees it.
    public String body() {
        return body(HttpRequest.newBuilder(address));
    }

    /// As whoever has the internal token sees it.
    public String body(String token) {
        return body(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token));
    }

    private static String body(HttpRequest.Builder request) {
        try {
            return Http.send(request).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
