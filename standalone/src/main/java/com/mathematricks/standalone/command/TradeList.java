package com.mathematricks.standalone.command;

import com.mathematricks.engine.rehearsal.PastOrder;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.standalone.terminal.CommandFailedException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// The "List of trades" of TradingView's strategy tester, exported as CSV: two rows for each trade,
/// its entry and its exit, whichever comes first. The exit of a trade that is still open (its
/// signal is `Open`) is none.
final class TradeList {

    /// The header is line 1.
    private static final int FIRST_LINE = 2;

    /// At one time a trade is closed before the next is opened, and opened before it is closed.
    private static final Comparator<TradeRow> ORDER =
            Comparator.comparing(TradeRow::at)
                    .thenComparingInt(TradeRow::trade)
                    .thenComparing(TradeRow::isExit);

    private TradeList() {}

    /// @param zone of the chart, whose clock the list shows
    static List<PastOrder> read(String text, ZoneId zone) {
        List<TradeRow> rows = new ArrayList<>();
        int line = FIRST_LINE;
        for (Map<String, String> cells : cells(text)) {
            TradeRow row = TradeRow.of(line++, cells, zone);
            if (!row.isStillOpen()) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw CommandFailedException.because("the list has no trades");
        }
        rows.sort(ORDER);
        return orders(rows);
    }

    private static List<Map<String, String>> cells(String text) {
        CsvMapper mapper =
                CsvMapper.builder()
                        .enable(CsvReadFeature.TRIM_SPACES, CsvReadFeature.SKIP_EMPTY_LINES)
                        .build();
        try (MappingIterator<Map<String, String>> rows =
                mapper.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            return rows.readAll();
        } catch (JacksonException e) {
            throw CommandFailedException.because(
                    "the list is no CSV file: " + e.getOriginalMessage());
        }
    }

    private static List<PastOrder> orders(List<TradeRow> rows) {
        List<PastOrder> orders = new ArrayList<>();
        NetQuantity held = NetQuantity.FLAT;
        for (TradeRow row : rows) {
            Side side = row.isLong() == row.isExit() ? Side.SELL : Side.BUY;
            Quantity quantity = row.quantity();
            Price price = row.price();
            NetQuantity after = held.plus(NetQuantity.of(side, quantity));
            orders.add(new PastOrder(row.line(), row.at(), side, quantity, price, held, after));
            held = after;
        }
        return orders;
    }
}
