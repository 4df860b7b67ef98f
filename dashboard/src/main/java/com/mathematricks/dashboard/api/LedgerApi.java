package com.mathematricks.dashboard.api;

import com.mathematricks.dashboard.ledger.Equity;
import com.mathematricks.dashboard.ledger.JournalEntry;
import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.ledger.LedgerAccount;
import com.mathematricks.dashboard.ledger.LedgerFill;
import com.mathematricks.dashboard.ledger.LedgerOrder;
import com.mathematricks.dashboard.ledger.LedgerPosition;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was traded and what it is worth.
@RestController
@RequestMapping("/api/v1")
final class LedgerApi {

    private final Ledger ledger;

    LedgerApi(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/orders")
    Page<LedgerOrder> orders(@RequestParam MultiValueMap<String, String> parameters) {
        return page(Ledger.ORDERS, parameters);
    }

    @GetMapping("/fills")
    Page<LedgerFill> fills(@RequestParam MultiValueMap<String, String> parameters) {
        return page(Ledger.FILLS, parameters);
    }

    @GetMapping("/positions")
    Page<LedgerPosition> positions(@RequestParam MultiValueMap<String, String> parameters) {
        return page(Ledger.POSITIONS, parameters);
    }

    @GetMapping("/accounts")
    Page<LedgerAccount> accounts(@RequestParam MultiValueMap<String, String> parameters) {
        return page(Ledger.ACCOUNTS, parameters);
    }

    @GetMapping("/equity")
    Page<Equity> equity(@RequestParam MultiValueMap<String, String> parameters) {
        return ledger.equity(ListQuery.of(parameters, Ledger.EQUITY.filters()));
    }

    @GetMapping("/journal")
    Page<JournalEntry> journal(@RequestParam MultiValueMap<String, String> parameters) {
        return page(Ledger.JOURNAL, parameters);
    }

    private <T> Page<T> page(Listing<T> listing, MultiValueMap<String, String> parameters) {
        return ledger.page(listing, ListQuery.of(parameters, listing.filters()));
    }
}
