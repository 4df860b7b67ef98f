package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.StrategySettings;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/// The strategy's form once more, with what the typed limits would have changed; nothing is stored.
@Controller
final class WhatIfPages {

    private static final String PATH = "/strategies/{name}/what-if";

    private final OwnedStrategies owned;
    private final Trials trials;

    WhatIfPages(OwnedStrategies owned, Trials trials) {
        this.owned = owned;
        this.trials = trials;
    }

    @PostMapping(PATH)
    String ask(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        StrategySettings before =
                owned.find(name)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .settings();
        StrategyForm form = StrategyForm.typed(typed);
        form.values().put("name", name);
        Optional<StrategyEntry> entry = form.read(owned.accounts());
        model.addAttribute("again", again);
        model.addAttribute("version", version);
        entry.ifPresent(
                valid -> model.addAttribute("trial", trials.of(before, valid.over(before))));
        return StrategyPages.form(model, form, name, owned.accounts());
    }

    /// An address that was kept, or a page that was loaded again after the login.
    @GetMapping(PATH)
    String back(@PathVariable String name) {
        return "redirect:/strategies/" + UriUtils.encodePathSegment(name, "UTF-8") + "/edit";
    }
}
