package com.mathematricks.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Asks a service whether it is ready, and ends with 0 if it says so, else with 1 and one line for
/// `docker inspect`. Plain Java of the oldest kind, which is the quickest to load.
public final class HealthProbe {

    private static final int LIMIT_MILLIS = 4_000;
    private static final int LONGEST_ANSWER = 300;

    private HealthProbe() {}

    /// @param args the address of the readiness
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("say which address to ask");
            System.exit(2);
        }
        try {
            String trouble = trouble(URI.create(args[0]));
            if (trouble.isEmpty()) {
                return;
            }
            System.err.println(trouble);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(args[0] + ": " + e);
        }
        System.exit(1);
    }

    /// Empty where the service is ready.
    static String trouble(URI readiness) throws IOException {
        var connection = (HttpURLConnection) readiness.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(LIMIT_MILLIS);
        connection.setReadTimeout(LIMIT_MILLIS);
        int status = connection.getResponseCode();
        return status == HttpURLConnection.HTTP_OK
                ? ""
                : "not ready: " + status + " " + beginning(connection.getErrorStream());
    }

    private static String beginning(@Nullable InputStream answer) throws IOException {
        return answer == null
                ? ""
                : new String(answer.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    }
}
