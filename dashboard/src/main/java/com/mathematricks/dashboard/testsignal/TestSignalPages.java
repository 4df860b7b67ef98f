package com.mathematricks.dashboard.testsignal;

import com.mathematricks.dashboard.signals.SentSignals;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.strategies.ListedStrategy;
import com.mathematricks.dashboard.strategies.Strategies;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
final class TestSignalPages {

    private static final int MOST = 500;

    private final SentSignals sent;
    private final Strategies strategies;

    TestSignalPages(SentSignals sent, Strategies strategies) {
        this.sent = sent;
        this.strategies = strategies;
    }

    /// @param strategy chosen beforehand
    /// @param example of which kind
    @GetMapping("/test-signal")
    String blank(
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String example,
            Model model) {
        Kind first = Kind.all().getFirst();
        Optional<Kind> chosen =
                Kind.all().stream().filter(kind -> kind.id().equals(example)).findFirst();
        model.addAttribute("example", chosen.orElse(first).id());
        return page(model, strategy, chosen.orElse(first).body());
    }

    @PostMapping("/test-signal")
    String send(
            @RequestParam String ticket,
            @RequestParam(defaultValue = "") String strategy,
            @RequestParam(defaultValue = "") String body,
            Model model) {
        if (!sent.isStrategy(strategy)) {
            model.addAttribute("strategyError", "Choose a strategy that there is.");
        }
        if (body.isBlank() || body.length() > SentSignals.LONGEST) {
            model.addAttribute("bodyError", "A message has 1 to 65536 characters.");
        }
        if (!sent.isFresh(ticket)) {
            model.addAttribute("old", true);
        }
        if (model.containsAttribute("strategyError")
                || model.containsAttribute("bodyError")
                || model.containsAttribute("old")) {
            return page(model, strategy, body);
        }
        sent.send(ticket, body, strategy, "test-" + ticket);
        return "redirect:/sent/" + ticket;
    }

    private String page(Model model, @Nullable String strategy, String body) {
        List<String> names =
                strategies.page(ListQuery.first(MOST)).items().stream()
                        .filter(listed -> !listed.archived())
                        .map(ListedStrategy::name)
                        .toList();
        model.addAttribute("kinds", Kind.all());
        model.addAttribute("strategies", names);
        model.addAttribute("strategy", strategy);
        model.addAttribute("body", body);
        model.addAttribute("ticket", sent.ticket());
        return "test-signal";
    }
}
