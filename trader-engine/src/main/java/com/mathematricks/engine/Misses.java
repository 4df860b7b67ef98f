package com.mathematricks.engine;

import com.mathematricks.model.order.ClientOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How often a broker, whose miss proves nothing, did not show an order. Of one thread.
final class Misses {

    static final int TIMES = 3;
    static final Duration OVER = Duration.ofSeconds(30);

    private record Miss(Instant first, int times) {

        Miss again() {
            return new Miss(first, times + 1);
        }
    }

    private final Map<ClientOrderId, Miss> misses = new HashMap<>();

    /// @return true where it was missed so many times over so long: it is not there to be seen
    boolean confirmedBy(ClientOrderId id, Instant now) {
        Miss miss = misses.merge(id, new Miss(now, 1), (known, _) -> known.again());
        boolean confirmed = miss.times() >= TIMES && !now.isBefore(miss.first().plus(OVER));
        if (confirmed) {
            misses.remove(id);
        }
        return confirmed;
    }

    void found(ClientOrderId id) {
        misses.remove(id);
    }
}
