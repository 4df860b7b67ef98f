package com.mathematricks.dashboard.strategies;

import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.ledger.LedgerPosition;
import com.mathematricks.dashboard.signals.WebhookSettings;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.strategies.OwnedStrategies.Owned;
import com.mathematricks.model.settings.SecretHash;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategySettings;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/// The strategies, and how one is set up, changed and put away.
@Controller
@EnableConfigurationProperties(WebhookSettings.class)
final class StrategyPages {

    private static final int MOST = 500;
    private static final int SECRET_BYTES = 20;

    /// In the session, until the page has shown it.
    private static final String ONCE = "webhook credential ";

    private final Strategies strategies;
    private final OwnedStrategies owned;
    private final Ledger ledger;
    private final WebhookSettings webhook;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StrategyPages(
            Strategies strategies,
            OwnedStrategies owned,
            Ledger ledger,
            WebhookSettings webhook,
            Clock clock) {
        this.strategies = strategies;
        this.owned = owned;
        this.ledger = ledger;
        this.webhook = webhook;
        this.clock = clock;
    }

    /// What is shown once, right after it was made.
    public record Credential(String key, String secret) {

        @Override
        public String toString() {
            return "Credential[…]";
        }
    }

    /// A strategy in the list.
    public record Row(ListedStrategy strategy, List<LedgerPosition> positions) {}

    @GetMapping("/strategies")
    String list(Model model) {
        List<LedgerPosition> open =
                ledger.page(Ledger.POSITIONS, ListQuery.first(MOST)).items().stream()
                        .filter(position ->
                                position.quantity() != null && position.quantity().signum() != 0)
                        .toList();
        model.addAttribute(
                "rows",
                strategies.page(ListQuery.first(MOST)).items().stream()
                        .map(strategy ->
                                new Row(
                                        strategy,
                                        open.stream()
                                                .filter(position ->
                                                        strategy.name().equals(position.strategy()))
                                                .toList()))
                        .toList());
        return "strategies";
    }

    @GetMapping("/strategies/new")
    String blank(Model model) {
        return form(model, StrategyForm.typed(Map.of("capital", "", "when_closed", "queue")), null);
    }

    @PostMapping("/strategies/new")
    String add(@RequestParam Map<String, String> typed, Model model, HttpSession session) {
        StrategyForm form = StrategyForm.typed(typed);
        Optional<StrategyEntry> entry = form.read(owned.accounts());
        if (entry.isEmpty()) {
            return form(model, form, null);
        }
        var credential = new Credential(random(), random());
        StrategySettings settings =
                entry.get()
                        .settings(
                                now(),
                                SecretHash.of(credential.key()),
                                SecretHash.of(credential.secret()));
        String name = settings.name().value();
        if (isReserved(name) || !owned.add(settings)) {
            if (session.getAttribute(ONCE + name) != null) {
                // The second click of a double one; what the first made has not been seen yet.
                return "redirect:" + path(name, "/webhook");
            }
            form.refuse("name", "The name is taken; accepted: one that no strategy has, nor had.");
            return form(model, form, null);
        }
        session.setAttribute(ONCE + name, credential);
        return "redirect:" + path(name, "/webhook");
    }

    /// `new` is a page, and reconciliation books what nobody owns to `unassigned`.
    private static boolean isReserved(String name) {
        return name.equals("new") || name.equals("unassigned");
    }

    @GetMapping("/strategies/{name}")
    String show(@PathVariable String name, Model model) {
        Owned found = find(name);
        model.addAttribute("strategy", strategies.listed(found.settings()));
        model.addAttribute("form", StrategyForm.of(found.settings()));
        model.addAttribute("history", found.history());
        model.addAttribute("open", owned.open(name));
        return "strategy";
    }

    /// @param raise a limit to look at
    /// @param again the key of the signal that is sent again afterwards
    @GetMapping("/strategies/{name}/edit")
    String edit(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String raise,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        StrategySettings settings = find(name).settings();
        StrategyForm form = StrategyForm.of(settings);
        if (raise != null && to != null && form.limitUnits().containsKey(raise)) {
            form.values().put(raise, to.substring(0, Math.min(to.length(), 40)));
            model.addAttribute("raised", raise);
        }
        model.addAttribute("version", settings.version());
        model.addAttribute("again", again);
        return form(model, form, name);
    }

    @PostMapping("/strategies/{name}/edit")
    String change(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        StrategySettings before = find(name).settings();
        StrategyForm form = StrategyForm.typed(typed);
        form.values().put("name", name);
        Optional<StrategyEntry> entry = form.read(owned.accounts());
        model.addAttribute("again", again);
        model.addAttribute("version", version);
        if (entry.isEmpty()) {
            return form(model, form, name);
        }
        boolean moved = !entry.get().account().equals(before.account()) && owned.open(name) != null;
        if (moved) {
            form.refuse(
                    "account",
                    "Positions or orders are open in the account of now; close them first.");
            return form(model, form, name);
        }
        StrategySettings after = next(entry.get().over(before));
        if (version != before.version() || !owned.change(before, after)) {
            model.addAttribute("version", find(name).settings().version());
            model.addAttribute("overtaken", true);
            return form(model, form, name);
        }
        return "redirect:"
                + (again == null || again.isEmpty()
                        ? path(name, "")
                        : "/again?key=" + UriUtils.encode(again, "UTF-8"));
    }

    @PostMapping("/strategies/{name}/secret")
    String newSecret(
            @PathVariable String name,
            @RequestParam int version,
            HttpSession session,
            RedirectAttributes afterwards) {
        StrategySettings before = find(name).settings();
        var credential = new Credential(random(), random());
        StrategySettings after =
                with(
                        before,
                        SecretHash.of(credential.key()),
                        SecretHash.of(credential.secret()),
                        before.archived());
        if (version != before.version() || !owned.change(before, after)) {
            afterwards.addFlashAttribute("overtaken", true);
            return "redirect:" + path(name, "/webhook");
        }
        session.setAttribute(ONCE + name, credential);
        return "redirect:" + path(name, "/webhook");
    }

    @PostMapping("/strategies/{name}/archive")
    String archive(
            @PathVariable String name,
            @RequestParam int version,
            @RequestParam(defaultValue = "true") boolean archived,
            RedirectAttributes afterwards) {
        StrategySettings before = find(name).settings();
        String open = archived ? owned.open(name) : null;
        if (open != null) {
            afterwards.addFlashAttribute(
                    "refusal", "Not archived, because it is not flat. " + open);
        } else if (version != before.version()
                || !owned.change(
                        before, with(before, before.keyHash(), before.secretHash(), archived))) {
            afterwards.addFlashAttribute(
                    "refusal",
                    "Nothing was done: the settings have changed meanwhile. Look again.");
        }
        return "redirect:" + path(name, "");
    }

    @GetMapping("/strategies/{name}/webhook")
    String webhook(@PathVariable String name, Model model, HttpSession session) {
        StrategySettings settings = find(name).settings();
        Object once = session.getAttribute(ONCE + name);
        session.removeAttribute(ONCE + name);
        if (once instanceof Credential made && SecretHash.matches(made.key(), settings.keyHash())) {
            model.addAttribute("credential", made);
        }
        model.addAttribute("name", name);
        model.addAttribute("version", settings.version());
        model.addAttribute("address", webhook.url());
        model.addAttribute("messages", AlertMessages.all());
        return "strategy-webhook";
    }

    private String form(Model model, StrategyForm form, @Nullable String name) {
        return form(model, form, name, owned.accounts());
    }

    static String form(
            Model model, StrategyForm form, @Nullable String name, Set<String> accounts) {
        model.addAttribute("form", form);
        model.addAttribute("name", name);
        model.addAttribute("accounts", accounts);
        model.addAttribute(
                "modes", Arrays.stream(SizingMode.values()).map(SizingMode::word).toList());
        return "strategy-form";
    }

    private Owned find(String name) {
        return owned.find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StrategySettings next(StrategySettings changed) {
        return with(changed, changed.keyHash(), changed.secretHash(), changed.archived());
    }

    /// The next version.
    private StrategySettings with(
            StrategySettings before, String keyHash, String secretHash, boolean archived) {
        return new StrategySettings(
                before.name(),
                before.version() + 1,
                now(),
                before.account(),
                before.mode(),
                before.capital(),
                before.sizing(),
                before.limits(),
                before.allowShort(),
                before.pyramiding(),
                before.positionMode(),
                before.format(),
                before.repeatWindowSeconds(),
                before.whenClosed(),
                before.entryWindow(),
                before.flatBy(),
                before.defaultQuantity(),
                before.defaultStopPercent(),
                before.defaultTargetPercent(),
                before.instruments(),
                keyHash,
                secretHash,
                archived);
    }

    /// In milliseconds, as the store keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String path(String name, String rest) {
        return "/strategies/" + UriUtils.encodePathSegment(name, "UTF-8") + rest;
    }

    private String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
