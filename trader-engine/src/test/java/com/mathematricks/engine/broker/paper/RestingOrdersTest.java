package com.mathematricks.engine.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.order.Trail;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.TimeInForce;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Half spread and slippage are 0.01 % each, the tick is 0.01.
class RestingOrdersTest {

    private final PaperStory story = new PaperStory();

    @AfterEach
    void close() {
        story.close();
    }

    /// @param order of 10 that comes when the market stands at 150
    /// @param then see PaperStory
    /// @param told without the order's name; nothing: it rests
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    buy limit 149            | 149                    |
                    buy limit 149            | 149, 148.99            | filled 10 at 149
                    buy limit 149            | 120                    | filled 10 at 149
                    buy limit 149            | again, restart, again  |
                    sell limit 151           | 151                    |
                    sell limit 151           | 151, 151.01            | filled 10 at 151
                    # the other side is 150 x 1.0001 = 150.015, so 150.02
                    buy limit 150.01         |                        |
                    buy limit 150.02         |                        | filled 10 at 150.02
                    # 150 x 1.0002 = 150.03
                    buy limit 160            |                        | filled 10 at 150.03
                    buy limit 149 IOC        |                        | cancelled: IOC: not filled at once
                    buy limit 149 FOK        |                        | cancelled: FOK: not filled at once
                    buy limit 160 FOK        |                        | filled 10 at 150.03

                    sell stop 145            | 145.01                 |
                    sell stop 145            | 145.01, 145            | filled 10 at 145
                    sell stop 145            | 130                    | filled 10 at 130
                    buy stop 155             | 154.99                 |
                    buy stop 155             | 154.99, 155            | filled 10 at 155
                    buy stop 155             | 170                    | filled 10 at 170
                    # beyond it from the start: not without a new price
                    sell stop 160            | again, restart, again  |
                    sell stop 160            | 150                    | filled 10 at 150
                    sell stop 145 IOC        |                        | cancelled: IOC: not filled at once

                    sell stop 145 limit 144  | 145.01                 |
                    # 145 x 0.9998 = 144.971
                    sell stop 145 limit 144  | 145                    | filled 10 at 144.97
                    # the limit is nearer than the cost
                    sell stop 145 limit 144.98 | 145                  | filled 10 at 144.98
                    # through the stop and the limit in one leap: a limit order from then on
                    sell stop 145 limit 144  | 143                    |
                    sell stop 145 limit 144  | 143, 144               |
                    sell stop 145 limit 144  | 143, 144.01            | filled 10 at 144
                    sell stop 145 limit 144  | 143, 150               | filled 10 at 144
                    sell stop 145 limit 144  | 143, restart, 144.01   | filled 10 at 144
                    # the price that triggers it never fills what then rests
                    sell stop 145 limit 144  | 144.01, again          |
                    sell stop 145 limit 144  | 144.01, restart, again |
                    sell stop 145 limit 144  | 144.01, 144.01         | filled 10 at 144
                    # 155 x 1.0002 = 155.031
                    buy stop 155 limit 156   | 155                    | filled 10 at 155.04
                    buy stop 155 limit 155   | 155                    |
                    buy stop 155 limit 155   | 155, 154.99            | filled 10 at 155
                    buy stop 155 limit 156   | 157, 154               | filled 10 at 156

                    sell trail 5             | 145.01                 |
                    sell trail 5             | 145                    | filled 10 at 145
                    sell trail 5             | 140                    | filled 10 at 140
                    sell trail 5             | 160, 155.01            |
                    sell trail 5             | 160, 155               | filled 10 at 155
                    sell trail 5             | 160, 158, 156, 155     | filled 10 at 155
                    sell trail 5             | 160, 130               | filled 10 at 130
                    sell trail 5             | 160, restart, 155      | filled 10 at 155
                    sell trail 5             | 160, 158, restart, again, 155.01 |
                    sell trail 2 %           | 147.01                 |
                    sell trail 2 %           | 147                    | filled 10 at 147
                    sell trail 2 %           | 200, 196               | filled 10 at 196
                    # 150.01 x 0.97 = 145.5097
                    sell trail 3 %           | 150.01, 145.51         |
                    sell trail 3 %           | 150.01, 145.5          | filled 10 at 145.5
                    buy trail 5              | 154.99                 |
                    buy trail 5              | 155                    | filled 10 at 155
                    buy trail 5              | 140, 144.99            |
                    buy trail 5              | 140, 142, 145          | filled 10 at 145
                    buy trail 5              | 140, 160               | filled 10 at 160
                    # its stop would be at 0
                    sell trail 150           | 0.01                   |

                    buy limit 149 DAY        | tick                   |
                    buy limit 149 DAY        | 148                    | filled 10 at 149
                    buy limit 149 DAY        | night, tick            | expired: the day is over
                    buy limit 149 DAY        | night, 148             | expired: the day is over
                    buy limit 149 DAY        | restart, night, restart, tick | expired: the day is over
                    sell stop 145 DAY        | night, tick            | expired: the day is over
                    sell stop 145 limit 144 DAY | 143, night, 150      | expired: the day is over
                    sell trail 5 DAY         | 160, night, 155        | expired: the day is over
                    buy limit 149 GTC        | night, tick, 148       | filled 10 at 149
                    """)
    void becomes(String order, @Nullable String then, @Nullable String told) {
        story.then("150").submit(order(order));
        if (then != null) {
            for (String word : then.split(", ")) {
                story.then(word);
            }
        }

        if (told == null) {
            assertThat(story.told()).isEmpty();
            assertThat(story.broker().openOrders()).hasSize(1);
        } else {
            assertThat(story.told()).containsExactly("A1 " + told);
            assertThat(story.broker().openOrders()).isEmpty();
        }
    }

    private static TestOrder order(String words) {
        String[] word = words.split(" ");
        TestOrder order =
                word[0].equals("buy") ? TestOrder.buy("A1", "10") : TestOrder.sell("A1", "10");
        boolean stopLimit = word.length > 4 && word[3].equals("limit");
        switch (word[1]) {
            case "limit" -> order.limit(word[2]);
            case "stop" -> {
                if (stopLimit) {
                    order.stopLimit(word[2], word[4]);
                } else {
                    order.stop(word[2]);
                }
            }
            default ->
                    order.trailing(
                            words.contains("%")
                                    ? Trail.by(Percentage.of(word[2]))
                                    : Trail.by(new BigDecimal(word[2])));
        }
        for (TimeInForce given : TimeInForce.values()) {
            if (words.endsWith(given.name())) {
                order.in(given);
            }
        }
        return order;
    }

    @Test
    void trailsFromTheFirstPriceWhereNoneWasKnown() {
        story.submit(TestOrder.sell("A1", "10").trailing(Trail.by(new BigDecimal("5"))))
                .then("140")
                .then("135.01");
        assertThat(story.told()).isEmpty();
        story.then("135");
        assertThat(story.told()).containsExactly("A1 filled 10 at 135");
    }

    @Test
    void answersACancelOfAnExpiredOrderByItsEnd() {
        TestOrder order = TestOrder.buy("A1", "10").limit("149").in(TimeInForce.DAY);
        story.then("150").submit(order).then("night").then("tick").cancel(order);

        assertThat(story.told())
                .containsExactly("A1 expired: the day is over", "A1 expired: the day is over");
    }

    @Test
    void givesAnOrderThatComesAfterTheDaysEndTheNextDay() {
        story.then("150")
                .then("night")
                .submit(TestOrder.buy("A1", "10").limit("149").in(TimeInForce.DAY));
        story.then("tick");
        assertThat(story.told()).isEmpty();
        for (int night = 0; night < 4; night++) {
            story.then("night");
        }
        story.then("tick");
        assertThat(story.told()).containsExactly("A1 expired: the day is over");
    }

    /// A target below its stop is touched together with it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sell stop 160            | A1 filled 10 at 158
                    # 158 x 0.9998 = 157.9684
                    sell stop 160 limit 157  | A1 filled 10 at 157.96
                    # triggered, not filled: the target is not touched by this price all the same
                    sell stop 160 limit 159  |
                    """)
    void takesTheStopWhereOnePriceTouchesStopAndTarget(String stop, @Nullable String told) {
        story.then("150")
                .submit(TestOrder.sell("T1", "10").limit("155").as(OrderRole.TARGET))
                .submit(order(stop).as(OrderRole.STOP))
                .then("158");

        if (told == null) {
            assertThat(story.told()).isEmpty();
        } else {
            assertThat(story.told()).containsExactly(told);
        }
    }
}
