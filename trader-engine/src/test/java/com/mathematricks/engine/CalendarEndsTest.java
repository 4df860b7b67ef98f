package com.mathematricks.engine;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The holidays of Indian stocks are known until 2026-12-31, 60 days after 2026-11-01.
class CalendarEndsTest {

    private static final StrategyName INDIA = new StrategyName("india");

    private final Scenario scenario =
            new Scenario()
                    .strategy(INDIA, new AccountId("rupees"), given -> given.currency("INR"))
                    .from(INDIA)
                    .price("NSE:RELIANCE", "1500")
                    .at("2026-11-02T05:00:00Z");

    @Test
    void tellsOfWhatIsHeldOrOrderedAlone() {
        assertThat(CalendarEnds.of(scenario.situation())).isEmpty();

        scenario.decide(buy("NSE:RELIANCE").quantity("1").price("1500"));

        assertThat(CalendarEnds.of(scenario.situation()))
                .containsExactly(new CalendarEnds("Indian stocks", LocalDate.of(2026, 12, 31)));
    }

    @Test
    void tellsFromSixtyDaysBefore() {
        scenario.decide(buy("NSE:RELIANCE").quantity("1").price("1500"));

        assertThat(CalendarEnds.of(scenario.at("2026-11-01T23:59:59Z").situation())).hasSize(1);
        assertThat(CalendarEnds.of(scenario.at("2026-10-31T00:00:00Z").situation())).isEmpty();
    }

    @Test
    void tellsOnce() {
        var end = new CalendarEnds("Indian stocks", LocalDate.of(2026, 12, 31));

        scenario.take(end.told(scenario.situation())).take(end.told(scenario.situation()));

        assertThat(scenario.notes()).containsExactly("CALENDAR_ENDS");
    }
}
