package com.mathematricks.system.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;

/// Reads metrics as Prometheus does.
public final class Metrics {

    private Metrics() {}

    public static Answer read(URI address, String token) {
        try {
            return Http.send(
                    HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
