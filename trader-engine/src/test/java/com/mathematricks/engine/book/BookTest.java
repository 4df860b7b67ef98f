package com.mathematricks.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookTest {

    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    private final Book book = new Book("EPOCH");
    private Instant now = START;

    private void put(Order... orders) {
        long next = book.sequence() + 1;
        book.apply(
                new Entry(
                        next,
                        "EPOCH",
                        now,
                        "test",
                        EntryKind.ORDER_CHANGED,
                        "seq:" + next,
                        null,
                        List.of(orders).stream()
                                .map(order -> (Change) new Change.OrderPut(order))
                                .toList()));
    }

    private static Order submitted(String id) {
        return TestOrder.buy(id, "10").order().to(OrderStatus.SUBMITTED, null, START);
    }

    private List<String> working() {
        return book.working().map(order -> order.id().value()).toList();
    }

    @Test
    void entriesComeWithoutAGap() {
        put(submitted("A"));
        var again = new Entry(1, "EPOCH", now, "test", EntryKind.NOTED, "seq:1", null, List.of());
        assertThatThrownBy(() -> book.apply(again)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void workingOrdersKeepTheOrderInWhichTheyWerePlanned() {
        Order first = submitted("A");
        put(first, submitted("B"), TestOrder.buy("C", "1").of("MSFT").order(), submitted("D"));
        now = now.plusSeconds(5);
        put(first.to(OrderStatus.ACCEPTED, null, now));
        put(submitted("B").to(OrderStatus.CANCELLED, "why", now));

        assertThat(working()).containsExactly("A", "C", "D");
        var restored = new Book(book.snapshot());
        assertThat(restored.working().map(order -> order.id().value()))
                .containsExactly("A", "C", "D");
        assertThat(restored.snapshot()).isEqualTo(book.snapshot());
    }

    @Test
    void onlyTheNewestOfWhatEndedIsKept() {
        Order resting = submitted("RESTING");
        put(resting);
        for (int index = 0; index < Book.KEPT + 10; index++) {
            Order order = submitted("N" + index);
            put(order);
            put(order.to(OrderStatus.CANCELLED, "why", now));
        }

        assertThat(book.order(new ClientOrderId("N9"))).isEmpty();
        assertThat(book.order(new ClientOrderId("N10"))).isPresent();
        assertThat(book.order(resting.id())).isPresent();
        assertThat(book.snapshot().orders()).hasSize(Book.KEPT + 1);
        assertThat(new Book(book.snapshot()).snapshot()).isEqualTo(book.snapshot());
    }

    @Test
    void ordersOfTheLastMinuteAreRemembered() {
        put(submitted("A"));
        now = now.plus(Duration.ofSeconds(60));
        put(submitted("B"));
        assertThat(book.recentOrders(now)).hasSize(2);
        // A change of a known order is no new order.
        put(submitted("B").to(OrderStatus.ACCEPTED, null, now));
        assertThat(book.recentOrders(now)).hasSize(2);

        now = now.plusMillis(1);
        assertThat(book.recentOrders(now)).hasSize(1);
        now = now.plus(Duration.ofHours(1));
        put(submitted("C"));
        assertThat(book.snapshot().orderTimes()).hasSize(1);
    }
}
