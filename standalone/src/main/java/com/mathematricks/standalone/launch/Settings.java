package com.mathematricks.standalone.launch;

import com.mathematricks.standalone.binder.InProcessBinder;
import com.mathematricks.standalone.credentials.Credentials;
import com.mathematricks.standalone.folder.DataFolder;
import com.mathematricks.standalone.port.Ports;
import java.util.HashMap;
import java.util.Map;

/// What each service has to be told because it shares a process with the others.
final class Settings {

    private static final String LOOPBACK = "127.0.0.1";

    private final RunOptions options;
    private final DataFolder folder;
    private final Credentials credentials;
    private final String internalToken;
    private final String storeUri;
    private final int enginePort = Ports.anyFree();

    Settings(
            RunOptions options,
            DataFolder folder,
            Credentials credentials,
            String internalToken,
            String storeUri) {
        this.options = options;
        this.folder = folder;
        this.credentials = credentials;
        this.internalToken = internalToken;
        this.storeUri = storeUri;
    }

    Map<String, Object> engine() {
        Map<String, Object> settings = common(LOOPBACK, enginePort);
        settings.put("spring.cloud.stream.default-binder", InProcessBinder.NAME);
        settings.put("trader.engine.events-confirmed", false);
        settings.put("trader.engine.rebuild", options.rebuild());
        settings.put("trader.engine.data-folder", folder.path());
        folder.file("instruments.yml")
                .ifPresent(file -> settings.put("trader.engine.instruments-file", file));
        folder.file("fees.yml").ifPresent(file -> settings.put("trader.engine.fees-file", file));
        return settings;
    }

    Map<String, Object> notifier() {
        Map<String, Object> settings = common(LOOPBACK, 0);
        settings.put("spring.cloud.stream.default-binder", InProcessBinder.NAME);
        // By name, not by content: the token in it shall not pass through more hands.
        folder.file(DataFolder.TELEGRAM)
                .ifPresent(
                        file -> settings.put("spring.config.additional-location", "file:" + file));
        return settings;
    }

    Map<String, Object> collector() {
        Map<String, Object> settings = common(options.bind(), options.webhookPort());
        settings.put("trader.engine.url", "http://" + LOOPBACK + ":" + enginePort);
        return settings;
    }

    Map<String, Object> dashboard() {
        Map<String, Object> settings = common(options.bind(), options.port());
        settings.put("trader.demo", options.demo());
        settings.put("trader.strategies-file", folder.strategies());
        settings.put("trader.generated-secrets-file", folder.credentials());
        settings.put("trader.demo.webhook-key", credentials.webhookKey());
        settings.put("trader.demo.webhook-secret", credentials.webhookSecret());
        settings.put("trader.dashboard.webhook-url", credentials.webhookUrl());
        settings.put("trader.dashboard.password", credentials.dashboardPassword());
        settings.put("trader.api-token", credentials.apiToken());
        return settings;
    }

    private Map<String, Object> common(String address, int port) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.address", address);
        settings.put("server.port", port);
        settings.put("server.tomcat.threads.min-spare", 2);
        settings.put("spring.mongodb.uri", storeUri);
        settings.put("trader.internal-token", internalToken);
        settings.put("management.health.mongodb.enabled", false);
        // Four registries in one process, and nobody who asks them.
        settings.put("management.defaults.metrics.export.enabled", false);
        return settings;
    }
}
