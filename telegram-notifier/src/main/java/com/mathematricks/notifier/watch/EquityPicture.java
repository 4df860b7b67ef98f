package com.mathematricks.notifier.watch;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// The curve of the equity, large and plain enough for a phone.
final class EquityPicture {

    static final int WIDTH = 800;
    static final int HEIGHT = 400;

    private static final int LEFT = 118;
    private static final int RIGHT = 24;
    private static final int TOP = 58;
    private static final int BOTTOM = 44;
    private static final int LINES = 4;

    private static final Color PAPER = new Color(0xFFFFFF);
    private static final Color INK = new Color(0x1F2937);
    private static final Color FAINT = new Color(0xE5E7EB);
    private static final Color GREY = new Color(0x6B7280);
    private static final Color GAIN = new Color(0x15803D);
    private static final Color LOSS = new Color(0xB91C1C);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Graphics2D graphics;
    private final List<Day> days;
    private final double low;
    private final double high;

    /// @param equity for the picture only, hence not exact
    record Day(LocalDate date, double equity) {}

    private EquityPicture(Graphics2D graphics, List<Day> days) {
        this.graphics = graphics;
        this.days = days;
        double least = days.stream().mapToDouble(Day::equity).min().orElseThrow();
        double most = days.stream().mapToDouble(Day::equity).max().orElseThrow();
        // A flat curve is drawn in the middle, not on an edge.
        double margin = most > least ? (most - least) * 0.08 : Math.max(1, Math.abs(most) * 0.01);
        this.low = least - margin;
        this.high = most + margin;
    }

    /// @param days two or more, oldest first
    static byte[] png(List<Day> days, String currency) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            new EquityPicture(graphics, days).draw(currency);
        } finally {
            graphics.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(String currency) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        title(currency);
        grid();
        dates();
        curve();
    }

    private void title(String currency) {
        double first = days.getFirst().equity();
        double last = days.getLast().equity();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        graphics.setColor(INK);
        String equity = String.format(Locale.ROOT, "%,.2f %s", last, currency);
        graphics.drawString(equity, LEFT, 36);
        int behind = LEFT + graphics.getFontMetrics().stringWidth(equity) + 16;
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        graphics.setColor(colour());
        graphics.drawString(String.format(Locale.ROOT, "%+,.2f", last - first), behind, 36);
    }

    private Color colour() {
        return days.getLast().equity() >= days.getFirst().equity() ? GAIN : LOSS;
    }

    private void grid() {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        graphics.setStroke(new BasicStroke(1));
        String form = high - low < 10 ? "%,.2f" : "%,.0f";
        for (int i = 0; i <= LINES; i++) {
            double equity = low + (high - low) * i / LINES;
            int y = y(equity);
            graphics.setColor(FAINT);
            graphics.drawLine(LEFT, y, WIDTH - RIGHT, y);
            graphics.setColor(GREY);
            String label = String.format(Locale.ROOT, form, equity);
            int width = graphics.getFontMetrics().stringWidth(label);
            graphics.drawString(label, LEFT - 10 - width, y + 6);
        }
    }

    private void dates() {
        graphics.setColor(GREY);
        String first = days.getFirst().date().format(DAY);
        String last = days.getLast().date().format(DAY);
        graphics.drawString(first, LEFT, HEIGHT - 14);
        int width = graphics.getFontMetrics().stringWidth(last);
        graphics.drawString(last, WIDTH - RIGHT - width, HEIGHT - 14);
    }

    private void curve() {
        var line = new Path2D.Double();
        line.moveTo(x(0), y(days.getFirst().equity()));
        for (int i = 1; i < days.size(); i++) {
            line.lineTo(x(i), y(days.get(i).equity()));
        }
        var area = new Path2D.Double(line);
        area.lineTo(x(days.size() - 1), HEIGHT - BOTTOM);
        area.lineTo(x(0), HEIGHT - BOTTOM);
        area.closePath();
        Color colour = colour();
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 28));
        graphics.fill(area);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(line);
        int radius = 5;
        int end = days.size() - 1;
        graphics.fillOval(
                x(end) - radius, y(days.getLast().equity()) - radius, 2 * radius, 2 * radius);
    }

    private int x(int day) {
        return LEFT + (WIDTH - LEFT - RIGHT) * day / (days.size() - 1);
    }

    private int y(double equity) {
        return (int)
                Math.round(
                        HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (equity - low) / (high - low));
    }
}
