package com.mathematricks.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/// The roles and users in `admin`. What is there is made what it has to be, so a changed table or
/// password needs no more than to run this again.
record Users(Server server) {

    private static final Document STORED = new Document("w", "majority");

    void prepare(Settings settings) {
        for (Service service : Service.values()) {
            putRole(service);
            putUser(service.user(), settings.password(service), service.user());
        }
        putUser("backup", settings.backupPassword(), "backup");
    }

    private void putRole(Service service) {
        String role = service.user();
        String command = isKnown("rolesInfo", "role", role, "roles") ? "updateRole" : "createRole";
        server.admin(
                new Document(command, role)
                        .append("privileges", privileges(service))
                        .append("roles", List.of())
                        .append("writeConcern", STORED));
    }

    private void putUser(String user, String password, String role) {
        String command = isKnown("usersInfo", "user", user, "users") ? "updateUser" : "createUser";
        server.admin(
                new Document(command, user)
                        .append("pwd", password)
                        .append("roles", List.of(new Document("role", role).append("db", "admin")))
                        .append("mechanisms", List.of("SCRAM-SHA-256"))
                        .append("writeConcern", STORED));
    }

    private boolean isKnown(String question, String kind, String name, String answers) {
        return !server.admin(new Document(question, new Document(kind, name).append("db", "admin")))
                .getList(answers, Document.class)
                .isEmpty();
    }

    static List<Document> privileges(Service service) {
        var privileges = new ArrayList<Document>();
        Roles.TABLE.forEach((collection, rights) -> {
            Set<Right> granted = rights.get(service);
            if (granted != null) {
                privileges.add(privilege(collection, granted));
            }
        });
        return privileges;
    }

    private static Document privilege(String collection, Set<Right> granted) {
        return new Document(
                        "resource",
                        new Document("db", Roles.DATABASE).append("collection", collection))
                .append("actions", granted.stream().map(Right::action).toList());
    }
}
