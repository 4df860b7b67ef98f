package com.mathematricks.notifier.telegram;

/// @param data comes back when it is pressed; at most 64 bytes
public record Button(String text, String data) {}
