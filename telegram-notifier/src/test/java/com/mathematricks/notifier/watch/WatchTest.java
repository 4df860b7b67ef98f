package com.mathematricks.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.notifier.TestClock;
import com.mathematricks.notifier.TestStore;
import com.mathematricks.notifier.message.Message;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final TestClock clock = new TestClock();
    private final TestStore store = TestStore.open();

    /// As the outbox does: the same id again is nothing.
    private final Map<String, String> told = new LinkedHashMap<>();

    private ServiceWatch services = watch();

    private ServiceWatch watch() {
        return new ServiceWatch(store.database(), this::tell, clock);
    }

    private void tell(String id, Instant at, Message message) {
        told.putIfAbsent(id, message.html());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsOnceOfAServiceThatIsSilentAndOnceThatItIsBack() {
        look(Duration.ofMinutes(2), "trader-engine", "dashboard");
        assertThat(told).isEmpty();

        look(Duration.ofMinutes(2), "dashboard");
        services = watch();
        look(Duration.ofMinutes(2), "dashboard");
        assertThat(told.values())
                .containsExactly(
                        """
                        🔌 <b>Service down</b>
                        trader-engine has given no sign of life for 35 seconds; the last one said: \
                        waits &lt;x&gt;.\
                        """);

        look(Duration.ofMinutes(1), "dashboard", "trader-engine");
        assertThat(told.values())
                .hasSize(2)
                .last()
                .isEqualTo("🔌 <b>Service back</b>\ntrader-engine is back: UP.");
    }

    @Test
    void knowsWhoLivesOnlyAsLongAsItCanSee() {
        assertThat(services.lives("trader-engine")).isEmpty();

        look(Duration.ofMinutes(2), "trader-engine", "dashboard");
        look(Duration.ofSeconds(35), "dashboard");
        assertThat(services.lives("trader-engine")).hasValue(false);
        assertThat(services.lives("dashboard")).hasValue(true);
        assertThat(services.lives("signal-collector")).isEmpty();

        clock.forward(Duration.ofMinutes(1));
        assertThat(services.lives("dashboard")).isEmpty();
    }

    @Test
    void accusesNobodyWhoStartsWithItOrSleptWithIt() {
        beat("trader-engine");
        clock.forward(Duration.ofHours(10));
        services = watch();
        look(Duration.ofSeconds(50));
        assertThat(told).isEmpty();

        look(Duration.ofMinutes(2), "trader-engine");
        clock.forward(Duration.ofHours(10));
        look(Duration.ofSeconds(50));
        assertThat(told).isEmpty();

        look(Duration.ofSeconds(30));
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsOfAClosedDayOnceAndOfNoOldOne() {
        var days = new DailySummary(store.database(), this::tell, clock);
        store.database()
                .getCollection(Collections.STRATEGIES)
                .insertOne(new Document("_id", "demo"));
        days.look();
        day("total", "2026-11-10", "100000", "0", "0");
        days.look();
        assertThat(told).isEmpty();

        day("total", "2026-11-19", "100123.45", "123.45", "0.0012345");
        day("strategy demo", "2026-11-19", "1000", "-7", "-0.007");
        days.look();
        days.look();

        assertThat(told)
                .containsExactly(
                        Map.entry(
                                "summary:2026-11-19",
                                """
                                📈 <b>Day 2026-11-19</b>
                                P&amp;L +123.45 USD (+0.12 %), equity 100,123.45 USD.
                                demo: -7.00 USD (-0.70 %)\
                                """));
    }

    @Test
    void drawsTheEquityOfTheLastDays() throws IOException {
        var random = new Random(7);
        double equity = 100_000;
        LocalDate date = LocalDate.parse("2026-06-01");
        var pictures = new EquityPictures(store.database());
        assertThat(pictures.upTo("2026-11-19")).isNull();
        for (int i = 0; i < 100; i++) {
            day(
                    "total",
                    date.plusDays(i).toString(),
                    BigDecimal.valueOf(equity).setScale(2, RoundingMode.HALF_EVEN).toString(),
                    "0",
                    "0");
            equity *= 1 + random.nextGaussian() * 0.01;
        }

        byte[] png = Objects.requireNonNull(pictures.upTo("2026-11-19"));
        Files.write(Path.of("target", "equity.png"), png);

        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(800, 400);
        assertThat(colours(image)).contains(0xFFFFFF, 0xE5E7EB).hasSizeGreaterThan(20);
    }

    @Test
    void drawsALevelCurve() {
        var days =
                List.of(
                        new EquityPicture.Day(LocalDate.parse("2026-11-18"), 0),
                        new EquityPicture.Day(LocalDate.parse("2026-11-19"), 0));

        assertThat(EquityPicture.png(days, "USD")).isNotEmpty();
    }

    private static List<Integer> colours(java.awt.image.BufferedImage image) {
        var all = new ArrayList<Integer>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x++) {
                all.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return all.stream().distinct().toList();
    }

    /// Time passes in steps of 5 s while the named services beat.
    private void look(Duration time, String... alive) {
        Instant until = clock.instant().plus(time);
        while (clock.instant().isBefore(until)) {
            for (String service : alive) {
                beat(service);
            }
            services.look();
            clock.forward(Duration.ofSeconds(5));
        }
    }

    private void beat(String service) {
        store.database()
                .getCollection(Collections.SERVICE_STATUS)
                .replaceOne(
                        new Document("_id", service),
                        new Document("_id", service)
                                .append("at", Date.from(clock.instant()))
                                .append("health", "UP")
                                .append("lastDid", "waits <x>"),
                        new ReplaceOptions().upsert(true));
    }

    private void day(String scope, String date, String equity, String pnl, String growth) {
        store.database()
                .getCollection(Collections.PNL_HISTORY)
                .insertOne(
                        new Document("_id", scope + "|" + date)
                                .append("scope", scope)
                                .append("date", date)
                                .append("at", Date.from(Instant.parse(date + "T21:00:00Z")))
                                .append("currency", "USD")
                                .append("equity", Decimal128.parse(equity))
                                .append("flows", Decimal128.parse("0"))
                                .append("pnl", Decimal128.parse(pnl))
                                .append("return", Decimal128.parse(growth)));
    }
}
