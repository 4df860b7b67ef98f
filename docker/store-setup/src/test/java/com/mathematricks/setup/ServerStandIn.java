package com.mathematricks.setup;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.Document;

/// Notes the commands that it is sent, and answers as it was told, else that all is well.
final class ServerStandIn implements Server {

    final List<Document> commands = new ArrayList<>();
    private final Map<String, Deque<Object>> answers = new HashMap<>();

    ServerStandIn() {
        always("hello", new Document("isWritablePrimary", true));
        always("rolesInfo", new Document("roles", List.of()));
        always("usersInfo", new Document("users", List.of()));
    }

    /// The last answer is given again and again.
    void always(String command, Object... documentsOrFailures) {
        answers.put(command, new ArrayDeque<>(List.of(documentsOrFailures)));
    }

    static MongoCommandException failure(int code, String message) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString(message)),
                new ServerAddress());
    }

    @Override
    public Document run(String database, Document command) {
        commands.add(command);
        String name = command.keySet().iterator().next();
        Deque<Object> told = answers.getOrDefault(name, new ArrayDeque<>());
        Object answer = told.size() > 1 ? told.poll() : told.peek();
        return switch (answer) {
            case RuntimeException failure -> throw failure;
            case Document document -> document;
            case null, default -> new Document("ok", 1.0);
        };
    }

    List<String> names() {
        return commands.stream().map(command -> command.keySet().iterator().next()).toList();
    }

    Document sent(String name, Object argument) {
        return commands.stream()
                .filter(command -> argument.equals(command.get(name)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + commands));
    }
}
