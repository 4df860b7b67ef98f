package com.mathematricks.system.suite;

import com.mathematricks.setup.Right;
import com.mathematricks.setup.Roles;
import com.mathematricks.setup.Service;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/// What the services did in the database beyond the rights of their roles. A real server would have
/// refused it; one that knows rights by database only does not.
final class UsedRights {

    /// What everyone may ask, and what belongs to a cursor that was opened with a right.
    private static final Set<String> FREE =
            Set.of(
                    "hello",
                    "isMaster",
                    "ismaster",
                    "ping",
                    "buildInfo",
                    "saslStart",
                    "saslContinue",
                    "endSessions",
                    "getMore",
                    "killCursors");

    private final Set<String> beyond = new ConcurrentSkipListSet<>();

    /// @param parts the documents of the command's further sections: updates, for example
    void note(Service service, BsonDocument command, List<BsonDocument> parts) {
        String name = command.getFirstKey();
        if (FREE.contains(name)) {
            return;
        }
        String database = command.getString("$db").getValue();
        BsonValue target = command.get(name);
        String collection =
                target != null && target.isString()
                        ? target.asString().getValue()
                        : Roles.EVERY_COLLECTION;
        var rights = rights(name, command, parts);
        if (rights.isEmpty() || !database.equals(Roles.DATABASE)) {
            beyond.add("%s: %s in %s".formatted(service.user(), name, database));
        }
        for (Right right : rights) {
            if (!Roles.allows(service, collection, right)) {
                beyond.add("%s: %s on '%s'".formatted(service.user(), right, collection));
            }
        }
    }

    /// Empty for a command that no right of the table allows.
    private static Set<Right> rights(String name, BsonDocument command, List<BsonDocument> parts) {
        return switch (name) {
            case "find", "count", "distinct" -> EnumSet.of(Right.READ);
            case "aggregate" -> ofPipeline(command);
            case "insert" -> EnumSet.of(Right.INSERT);
            case "update" -> ofUpdates(command, parts);
            case "delete" -> EnumSet.of(Right.DELETE);
            case "createIndexes" -> EnumSet.of(Right.INDEX);
            case "drop" -> EnumSet.of(Right.DROP);
            default -> EnumSet.noneOf(Right.class);
        };
    }

    private static Set<Right> ofPipeline(BsonDocument command) {
        var stages = new ArrayList<String>();
        command.getArray("pipeline").forEach(stage -> stages.add(stage.asDocument().getFirstKey()));
        if (stages.contains("$out") || stages.contains("$merge") || stages.contains("$lookup")) {
            return EnumSet.noneOf(Right.class);
        }
        return stages.contains("$changeStream")
                ? EnumSet.of(Right.READ, Right.WATCH)
                : EnumSet.of(Right.READ);
    }

    private static Set<Right> ofUpdates(BsonDocument command, List<BsonDocument> parts) {
        var updates = new ArrayList<>(parts);
        if (command.containsKey("updates")) {
            command.getArray("updates").forEach(update -> updates.add(update.asDocument()));
        }
        boolean upsert =
                updates.stream()
                        .anyMatch(update ->
                                update.containsKey("upsert")
                                        && update.getBoolean("upsert").getValue());
        return upsert ? EnumSet.of(Right.UPDATE, Right.INSERT) : EnumSet.of(Right.UPDATE);
    }

    void requireNoneBeyondTheRoles() {
        if (!beyond.isEmpty()) {
            throw new AssertionError("beyond the roles of docs/roles.md: " + beyond);
        }
    }
}
