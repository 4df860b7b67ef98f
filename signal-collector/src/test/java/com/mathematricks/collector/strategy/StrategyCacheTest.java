package com.mathematricks.collector.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.collector.Await;
import com.mathematricks.collector.Strategies;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StrategyCacheTest {

    @Test
    void holdsWhatTheSourceHeldAtTheLastReload() {
        List<StrategySettings> stored = new ArrayList<>(List.of(Strategies.named("a")));
        var cache = new StrategyCache(() -> List.copyOf(stored));
        assertThat(cache.isLoaded()).isFalse();

        cache.reload();
        stored.add(Strategies.named("b"));

        assertThat(cache.isLoaded()).isTrue();
        assertThat(cache.find(new StrategyName("a"))).isPresent();
        assertThat(cache.find(new StrategyName("b"))).isEmpty();
        cache.reload();
        assertThat(cache.find(new StrategyName("b"))).isPresent();
    }

    @Test
    void keepsWhatItHadWhenTheSourceFails() {
        var fails = new AtomicInteger();
        var cache =
                new StrategyCache(() -> {
                    if (fails.getAndIncrement() > 0) {
                        throw new IllegalStateException("away");
                    }
                    return List.of(Strategies.named("a"));
                });
        cache.reload();

        assertThatThrownBy(cache::reload).hasMessage("away");

        assertThat(cache.find(new StrategyName("a"))).isPresent();
    }

    @Test
    void servesManyWhoWaitWithOneRead() throws Exception {
        var reads = new AtomicInteger();
        var first = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var cache =
                new StrategyCache(() -> {
                    if (reads.incrementAndGet() == 1) {
                        first.countDown();
                        await(goOn);
                    }
                    return List.of();
                });
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().start(cache::reload));
        first.await();
        for (int i = 0; i < 20; i++) {
            threads.add(Thread.ofPlatform().start(cache::reload));
        }
        Await.await()
                .until(() ->
                        threads.subList(1, 21).stream()
                                .allMatch(it -> it.getState() == Thread.State.BLOCKED));

        goOn.countDown();

        for (Thread thread : threads) {
            thread.join();
        }
        // The one that was under way, and one for the twenty who came meanwhile.
        assertThat(reads).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
