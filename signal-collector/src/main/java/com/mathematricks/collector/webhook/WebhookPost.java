package com.mathematricks.collector.webhook;

import org.jspecify.annotations.Nullable;

/// What somebody posted.
///
/// @param key the credential in the path, if there is one
/// @param secret the credential in the header `X-Webhook-Secret`, if there is one
record WebhookPost(
        String address, @Nullable String key, @Nullable String secret, WebhookBody body) {

    /// Without the key.
    String shownPath() {
        return key == null ? "/webhook" : "/webhook/…";
    }

    @Override
    public String toString() {
        return "WebhookPost[" + address + ", " + shownPath() + "]";
    }
}
