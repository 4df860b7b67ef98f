package com.mathematricks.system.client;

import tools.jackson.databind.JsonNode;

/// An HTTP answer.
///
/// @param json of the body; missing where it is none
public record Answer(int status, JsonNode json, String body) {

    /// Of one field of the body; empty where it has none.
    public String text(String field) {
        return json.path(field).asString("");
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
