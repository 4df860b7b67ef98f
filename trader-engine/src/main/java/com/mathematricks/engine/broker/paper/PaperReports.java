package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.model.order.OrderStatus;
import java.util.ArrayList;
import java.util.List;

/// What is told of an order.
final class PaperReports {

    private PaperReports() {}

    /// All that ever happened to it.
    static List<BrokerReport> of(PaperOrder order) {
        var reports = new ArrayList<BrokerReport>();
        if (order.status() != OrderStatus.REJECTED && order.instrument() != null) {
            reports.add(
                    new BrokerReport.Accepted(
                            order.id(), order.brokerOrderId(), order.receivedAt()));
        }
        reports.addAll(after(0, order));
        return reports;
    }

    /// Its fills after that number of them, and how it ended other than by them.
    static List<BrokerReport> after(int known, PaperOrder order) {
        var reports = new ArrayList<BrokerReport>();
        order.brokerFills().stream()
                .skip(known)
                .forEach(fill -> reports.add(new BrokerReport.Filled(fill)));
        String reason = String.valueOf(order.reason());
        switch (order.status()) {
            case REJECTED ->
                    reports.add(new BrokerReport.Rejected(order.id(), reason, order.updatedAt()));
            case CANCELLED ->
                    reports.add(new BrokerReport.Cancelled(order.id(), reason, order.updatedAt()));
            case EXPIRED ->
                    reports.add(new BrokerReport.Expired(order.id(), reason, order.updatedAt()));
            case NEW, SUBMITTED, ACCEPTED, PARTIALLY_FILLED, FILLED, UNKNOWN -> {}
        }
        return reports;
    }
}
