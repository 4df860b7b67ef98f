package com.mathematricks.standalone.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows under headings, as wide as their widest cell.
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> headings) {
        rows.add(headings);
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    String text() {
        if (rows.size() == 1) {
            return "  none\n";
        }
        int[] widths =
                IntStream.range(0, rows.getFirst().size()).map(column -> width(column)).toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append("  ").append(row.get(i)).repeat(" ", widths[i] - row.get(i).length());
        }
        return line.toString().stripTrailing() + "\n";
    }
}
