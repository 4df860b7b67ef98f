package com.mathematricks.dashboard.ledger;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageLinks;
import com.mathematricks.dashboard.store.Scan;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What is held and what was, and the fills behind each.
@Controller
final class PositionPages {

    private static final String PATH = "/positions";

    private final Ledger ledger;

    PositionPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(PATH)
    String positions(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute(
                "open", ledger.openPositions().stream().map(PositionWords::new).toList());
        Page<LedgerPosition> all =
                ledger.page(
                        Ledger.POSITIONS, new ListQuery(cursor, ListQuery.DEFAULT_LIMIT, Map.of()));
        model.addAttribute(
                "closed",
                all.items().stream()
                        .filter(position -> !position.isOpen())
                        .map(PositionWords::new)
                        .toList());
        model.addAttribute("first", cursor == null);
        model.addAttribute("next", PageLinks.next(PATH, new LinkedMultiValueMap<>(), all.next()));
        return "positions";
    }

    @GetMapping(PATH + "/of")
    String position(
            @RequestParam String account,
            @RequestParam String strategy,
            @RequestParam String instrument,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        LedgerPosition position =
                ledger.position(account, strategy, instrument)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Scan<LedgerFill> fills = ledger.fillsOf(position, cursor);
        var asked = new LinkedMultiValueMap<String, String>();
        asked.add("account", account);
        asked.add("strategy", strategy);
        asked.add("instrument", instrument);
        model.addAttribute("row", new PositionWords(position));
        model.addAttribute("fills", fills.items());
        model.addAttribute("cutShort", fills.cutShort());
        model.addAttribute("first", cursor == null);
        model.addAttribute("next", PageLinks.next(PATH + "/of", asked, fills.next()));
        return "position";
    }
}
