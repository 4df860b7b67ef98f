package com.mathematricks.collector.format;

import java.util.Collection;
import java.util.Comparator;

/// The known word nearest to a wrong one, by the number of letters to add, drop, replace or swap.
final class Nearest {

    private static final int MAX_LENGTH = 60;

    private Nearest() {}

    static String of(String word, Collection<String> known) {
        String start = word.substring(0, Math.min(word.length(), MAX_LENGTH));
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(start, candidate)))
                .orElseThrow();
    }

    /// Optimal string alignment: a swap of two neighbours counts once.
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, i, j, from, to);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, int i, int j, String from, String to) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int changed = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        int best = Math.min(replaced, changed);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
