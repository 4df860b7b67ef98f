package com.mathematricks.engine;

import java.security.SecureRandom;

/// Draws the name of a stretch of the journal: at the first start, a reset and a restore. Order and
/// event ids begin with it, so that those of two stretches are never the same.
final class Epoch {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 5;

    private Epoch() {}

    static String draw() {
        var random = new SecureRandom();
        var epoch = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            epoch.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return epoch.toString();
    }

    /// Not the one before.
    static String after(String before) {
        String next = draw();
        while (next.equals(before)) {
            next = draw();
        }
        return next;
    }
}
