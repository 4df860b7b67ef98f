package com.mathematricks.notifier.message;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each message to the log, for installations without a chat.
public final class MessageLog implements Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(MessageLog.class);

    @Override
    public void send(String text) {
        LOG.info("{}", text);
    }
}
