package com.mathematricks.dashboard.ledger;

import com.mathematricks.dashboard.store.Filter;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.PageLinks;
import com.mathematricks.dashboard.store.Scan;
import com.mathematricks.model.order.OrderStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Orders: those that work, or all that ever were.
@Controller
final class OrderPages {

    private static final String SHOW = "show";
    private static final String ALL = "all";

    /// What an order's status can be, for the form.
    private static final List<Choice> STATUSES =
            Arrays.stream(OrderStatus.values()).map(Choice::of).toList();

    private final Ledger ledger;

    OrderPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/orders")
    String orders(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var given = new LinkedMultiValueMap<String, String>(parameters);
        boolean all =
                ALL.equals(given.getFirst(SHOW))
                        || given.keySet().stream().anyMatch(OrderPages::narrows);
        given.remove(SHOW);
        // An empty field of the form asks for nothing.
        given.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        model.addAttribute("all", all);
        model.addAttribute("statuses", STATUSES);
        ListQuery query = ListQuery.of(given, Ledger.ORDERS.filters());
        model.addAttribute("filters", query.filters());
        Scan<LedgerOrder> orders =
                all ? ledger.orders(query) : new Scan<>(ledger.workingOrders(), null, false);
        model.addAttribute("orders", orders.items().stream().map(OrderWords::new).toList());
        model.addAttribute("cutShort", orders.cutShort());
        model.addAttribute("first", query.cursor() == null);
        given.add(SHOW, ALL);
        model.addAttribute("next", PageLinks.next("/orders", given, orders.next()));
        model.addAttribute("narrowed", !query.filters().equals(Map.of()));
        return "orders";
    }

    private static boolean narrows(String parameter) {
        return parameter.equals("cursor")
                || Ledger.ORDERS.filters().stream().map(Filter::name).anyMatch(parameter::equals);
    }
}
