package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// The limits of accounts and over all, and how they are changed: typed, looked at, stored.
@Controller
final class AccountPages {

    private static final String PATH = "/accounts";

    private final OwnedAccounts accounts;
    private final Trials trials;

    AccountPages(OwnedAccounts accounts, Trials trials) {
        this.accounts = accounts;
        this.trials = trials;
    }

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute("rows", accounts.all());
        return "accounts";
    }

    @GetMapping(PATH + "/{id}")
    String show(@PathVariable String id, Model model) {
        OwnedAccount account = find(id);
        return form(model, account, StrategyForm.of(account.rules()));
    }

    /// @param sure what changes was looked at
    @PostMapping(PATH + "/{id}")
    String change(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes afterwards) {
        OwnedAccount before = find(id);
        StrategyForm form = StrategyForm.typed(typed);
        Optional<Limits> limits = form.readLimits();
        if (limits.isEmpty()) {
            return form(model, before, form);
        }
        var rules = new AccountRules(limits.get(), form.allowsShort(), form.marketHours());
        List<SettingsVersion.Change> changes = before.changes(rules);
        if (version == before.version() && changes.isEmpty()) {
            return done(id, "Nothing is different, so nothing was stored.", afterwards);
        }
        if (version == before.version() && !sure) {
            model.addAttribute("changes", changes);
            form(model, before, form);
            return "account-confirm";
        }
        if (version != before.version() || !accounts.change(before, rules)) {
            model.addAttribute("overtaken", true);
            return form(model, find(id), form);
        }
        return done(id, "Stored.", afterwards);
    }

    /// The form once more, with what the typed limits would have changed; nothing is stored.
    @PostMapping(PATH + "/{id}/what-if")
    String ask(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model) {
        OwnedAccount before = find(id);
        model.addAttribute("overtaken", version != before.version());
        StrategyForm form = StrategyForm.typed(typed);
        form.readLimits()
                .map(limits -> new AccountRules(limits, form.allowsShort(), form.marketHours()))
                .ifPresent(rules -> model.addAttribute("trial", trials.of(before, rules)));
        return form(model, before, form);
    }

    @GetMapping(PATH + "/{id}/what-if")
    String back(@PathVariable String id) {
        return "redirect:" + PATH + "/" + UriUtils.encodePathSegment(id, "UTF-8");
    }

    private static String done(String id, String words, RedirectAttributes afterwards) {
        afterwards.addFlashAttribute("done", words);
        return "redirect:" + PATH + "/" + UriUtils.encodePathSegment(id, "UTF-8");
    }

    private static String form(Model model, OwnedAccount account, StrategyForm form) {
        model.addAttribute("row", account);
        model.addAttribute("form", form);
        return "account";
    }

    private OwnedAccount find(String id) {
        return accounts.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
