package com.mathematricks.dashboard;

import com.mathematricks.service.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// The dashboard on a free port, and a browser without JavaScript in front of it.
public final class RunningDashboard implements AutoCloseable {

    public static final String TOKEN = "token-of-the-tests-0123456789";
    public static final String PASSWORD = "correct horse battery";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private HttpClient browser = browser();

    private RunningDashboard(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// @param properties further or other ones, `name=value`
    public static RunningDashboard start(String storeUri, String... properties) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("server.port", "0");
        values.put("spring.mongodb.uri", storeUri);
        values.put("trader.api-token", TOKEN);
        values.put("trader.dashboard.password", PASSWORD);
        for (String property : properties) {
            String[] parts = property.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        String[] arguments =
                values.entrySet().stream()
                        .map(value -> "--" + value.getKey() + "=" + value.getValue())
                        .toArray(String[]::new);
        return new RunningDashboard(
                new SpringApplicationBuilder(DashboardApplication.class)
                        .properties("spring.config.name=dashboard")
                        .run(arguments));
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .connectTimeout(PATIENCE)
                .build();
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public String url(String path) {
        return "http://127.0.0.1:"
                + context.getEnvironment().getRequiredProperty("local.server.port")
                + path;
    }

    /// Reads the API with its token.
    public HttpResponse<String> api(String path) {
        return send(request("/api/v1" + path).header("Authorization", "Bearer " + TOKEN));
    }

    public JsonNode json(String path) {
        HttpResponse<String> response = api(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return Json.MAPPER.readTree(response.body());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /// @param form `name=value&…`, encoded
    public HttpResponse<String> post(String path, String form) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path))).timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The lines of an answer as they come.
    public HttpResponse<Stream<String>> stream(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The token of the form on the page, encoded for a form.
    public String csrf(String page) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return "_csrf=" + token.group(1);
    }

    public void logIn() {
        HttpResponse<String> answer =
                post("/login", csrf("/login") + "&password=" + PASSWORD.replace(' ', '+'));
        if (!location(answer).equals("/")) {
            throw new AssertionError("not logged in: " + answer.statusCode());
        }
    }

    public void forgetCookies() {
        browser.close();
        browser = browser();
    }

    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Override
    public void close() {
        browser.close();
        context.close();
    }
}
