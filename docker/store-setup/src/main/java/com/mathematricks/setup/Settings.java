package com.mathematricks.setup;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// @param host where the server is, `name:port`
/// @param replicaSet to be initiated; empty where the server already is in one
/// @param passwords of the services' users
record Settings(
        String host,
        String replicaSet,
        String adminPassword,
        Map<Service, String> passwords,
        String backupPassword) {

    static final String ADMIN = "admin";

    /// @throws SetupFailedException where a secret is refused
    static Settings of(Map<String, String> environment, Path secretsFolder) {
        var secrets = new Secrets(secretsFolder);
        var passwords = new EnumMap<Service, String>(Service.class);
        for (Service service : Service.values()) {
            passwords.put(service, secrets.get(service.secret()));
        }
        return new Settings(
                environment.getOrDefault("MONGODB_HOST", "mongodb:27017"),
                environment.getOrDefault("MONGODB_REPLICA_SET", "rs0").strip(),
                secrets.get("mongodb_admin_password"),
                passwords,
                secrets.get("mongodb_backup_password"));
    }

    String password(Service service) {
        return Objects.requireNonNull(passwords.get(service));
    }

    @Override
    public String toString() {
        return "Settings[host=%s, replicaSet=%s]".formatted(host, replicaSet);
    }
}
