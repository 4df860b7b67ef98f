package com.mathematricks.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.event.EventId;
import com.mathematricks.model.event.TradingEvent;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limit;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.service.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static final Instant AT = Instant.parse("2026-11-20T14:30:00.123Z");

    @Test
    void keepsDecimalsDatesAndLimitsThroughTheStore() {
        var account =
                new AccountSettings(
                        new AccountId("paper"),
                        1,
                        AT,
                        BrokerName.PAPER,
                        Currency.USD,
                        new BigDecimal("100000"),
                        false,
                        MarketHours.KEEP,
                        new Limits(
                                Map.of(
                                        LimitKey.LEVERAGE,
                                        Limit.NONE,
                                        LimitKey.MAX_POSITION_PERCENT,
                                        Limit.of("12.5")),
                                null));

        Document document = Documents.of(account);

        assertThat(document.get("cash")).isEqualTo(new Decimal128(new BigDecimal("100000")));
        assertThat(document.get("changedAt")).isEqualTo(Date.from(AT));
        assertThat(document.get("id")).isEqualTo("paper");
        assertThat(Documents.read(document, AccountSettings.class)).isEqualTo(account);
    }

    @Test
    void writesMoneyAsStringsInJsonAndReadsAnEventBackByItsType() {
        TradingEvent event =
                new TradingEvent.PositionClosed(
                        EventId.of("E7", 42, 1),
                        AT,
                        new StrategyName("demo"),
                        new AccountId("paper"),
                        new InstrumentId("AAPL"),
                        Money.of("-12.50", Currency.USD));

        String json = Json.MAPPER.writeValueAsString(event);

        assertThat(json)
                .isEqualTo(
                        """
                        {"type":"PositionClosed","id":"E7-42.1","at":"2026-11-20T14:30:00.123Z",\
                        "strategy":"demo","account":"paper","instrument":"AAPL",\
                        "realizedPnl":{"amount":"-12.5","currency":"USD"}}\
                        """);
        assertThat(Json.MAPPER.readValue(json, TradingEvent.class)).isEqualTo(event);
    }
}
