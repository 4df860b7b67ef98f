package com.mathematricks.dashboard.overview;

import com.mathematricks.dashboard.ledger.Amount;
import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.ledger.LedgerAccount;
import com.mathematricks.dashboard.ledger.OrderWords;
import com.mathematricks.dashboard.ledger.PositionWords;
import com.mathematricks.dashboard.signals.SignalRow;
import com.mathematricks.dashboard.signals.SignalStories;
import com.mathematricks.dashboard.signals.SignalStory;
import com.mathematricks.dashboard.signals.WebhookRequest;
import com.mathematricks.dashboard.signals.WebhookSettings;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.service.store.Collections;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what it is all worth, what is held and working, what came in, and whether
/// everything runs. Before the first signal it says how to send one.
@Controller
final class OverviewPage {

    private static final int MOST_SERVICES = 20;
    private static final int MOST_ACCOUNTS = 100;
    private static final int SHOWN_SIGNALS = 8;
    private static final int SHOWN_ORDERS = 20;
    private static final int SHOWN_REQUESTS = 10;

    private static final Listing<WebhookRequest> REQUESTS =
            Listing.of(
                    Collections.WEBHOOK_REQUESTS,
                    "place",
                    PageOrder.newestOfFew("n"),
                    WebhookRequest.class);

    private final ListSource source;
    private final Ledger ledger;
    private final SignalStories stories;
    private final Services services;
    private final EquityHistory history;
    private final WebhookSettings webhook;
    private final Clock clock;

    OverviewPage(
            ListSource source,
            Ledger ledger,
            SignalStories stories,
            Services services,
            EquityHistory history,
            WebhookSettings webhook,
            Clock clock) {
        this.source = source;
        this.ledger = ledger;
        this.stories = stories;
        this.services = services;
        this.history = history;
        this.webhook = webhook;
        this.clock = clock;
    }

    @GetMapping("/")
    String overview(Model model) {
        List<SignalStory> latest = stories.latest(SHOWN_SIGNALS);
        model.addAttribute("services", services.page(ListQuery.first(MOST_SERVICES)).items());
        model.addAttribute("states", ledger.tradingStates());
        if (latest.isEmpty()) {
            model.addAttribute("webhookUrl", webhook.url());
            model.addAttribute(
                    "requests", REQUESTS.page(source, ListQuery.first(SHOWN_REQUESTS)).items());
            return "waiting";
        }
        List<LedgerAccount> accounts =
                ledger.page(Ledger.ACCOUNTS, ListQuery.first(MOST_ACCOUNTS)).items();
        model.addAttribute("worth", Worth.of(accounts, history.days(), clock.instant()));
        model.addAttribute("accounts", accounts.stream().map(AccountRow::new).toList());
        model.addAttribute(
                "positions", ledger.openPositions().stream().map(PositionWords::new).toList());
        model.addAttribute(
                "orders",
                ledger.workingOrders().stream().limit(SHOWN_ORDERS).map(OrderWords::new).toList());
        model.addAttribute("rows", latest.stream().map(SignalRow::new).toList());
        return "overview";
    }

    /// An account as a row of the page.
    public record AccountRow(LedgerAccount account) {

        public Amount equity() {
            return amount(account.equity());
        }

        public Amount cash() {
            return amount(account.cash());
        }

        public Amount unrealized() {
            return amount(account.unrealizedPnl());
        }

        public Amount realized() {
            return amount(account.realizedPnl());
        }

        public Amount fees() {
            return amount(account.fees());
        }

        private Amount amount(@Nullable BigDecimal value) {
            return new Amount(value, account.currency());
        }
    }
}
