package com.mathematricks.notifier.telegram;

/// @param username without the @
public record Bot(long id, String username) {}
