package com.mathematricks.dashboard.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.ledger.LedgerOrder;
import com.mathematricks.dashboard.ledger.OrderWords;
import com.mathematricks.dashboard.signals.SignalRow.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignalRowTest {

    private static SignalRow row(String status, @Nullable Decision decision) {
        return new SignalRow(
                new SignalStory(
                        "1",
                        "demo:1",
                        "demo",
                        status,
                        null,
                        null,
                        null,
                        null,
                        "raw",
                        null,
                        0,
                        null,
                        decision,
                        List.of(),
                        List.of(),
                        new SignalTimings(null, null, null, null)));
    }

    private static Decision decision(String outcome, String code) {
        return new Decision(
                outcome, code, "because", List.of(), List.of(), List.of(), false, null, null, null,
                null, null, null);
    }

    @Test
    void saysWhatBecameOfItAtTheOpen() {
        var open =
                new Decision.AtOpen(
                        false, "POSITION_LIMIT", "Position of 20000 USD", List.of(), null);
        var decision =
                new Decision(
                        "APPROVED",
                        "WAITS_FOR_OPEN",
                        "because",
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        open);

        assertThat(row("DECIDED", decision).verdict()).isEqualTo(Verdict.DENIED_AT_OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, APPROVED, APPROVED",
        "APPROVED, ALREADY_THERE, ALREADY_THERE",
        "PARTLY, SHORT_NOT_ALLOWED, PARTLY",
        "DENIED, SIGNAL_STALE, DENIED"
    })
    void namesWhatTheEngineDecided(String outcome, String code, Verdict verdict) {
        assertThat(row("DECIDED", decision(outcome, code)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(com.mathematricks.model.signal.SignalStatus.class)
    void saysSomethingOfEveryStatus(com.mathematricks.model.signal.SignalStatus status) {
        SignalRow row = row(status.name(), null);

        assertThat(row.verdict().words()).isNotBlank();
        if (status != com.mathematricks.model.signal.SignalStatus.REFUSED) {
            assertThat(row.why()).isNotBlank();
        }
    }

    @Test
    void tellsARestingOrderInWords() {
        var order =
                new LedgerOrder(
                        "E7A1",
                        null,
                        "1",
                        "demo:1",
                        "demo",
                        "paper",
                        "BTCUSDT",
                        "SELL",
                        "LIMIT",
                        new BigDecimal("1E+1"),
                        new BigDecimal("42000.50"),
                        null,
                        null,
                        "GTC",
                        "ENTRY",
                        "CANCELLED",
                        BigDecimal.ZERO,
                        null,
                        null,
                        null,
                        null,
                        "a newer signal came");

        assertThat(new OrderWords(order).sentence())
                .isEqualTo(
                        "SELL 10 BTCUSDT, LIMIT ENTRY limit 42000.5: CANCELLED (a newer signal came)");
    }

    @ParameterizedTest
    @CsvSource({
        "demo:1, /signals/demo:1",
        "my strategy:1.5, /signals/my%20strategy:1.5",
        "demo:a/b, /signal?key=demo%3Aa%2Fb",
        "demo:100%, /signal?key=demo%3A100%25",
        ".., /signal?key=.."
    })
    void linksToEverySignal(String handle, String link) {
        assertThat(SignalRow.link(handle)).isEqualTo(link);
    }
}
