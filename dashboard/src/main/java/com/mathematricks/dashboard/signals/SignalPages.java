package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.ledger.Choice;
import com.mathematricks.dashboard.signals.SignalLookup.Found;
import com.mathematricks.dashboard.store.PageLinks;
import com.mathematricks.dashboard.store.RefusedParameterException;
import com.mathematricks.dashboard.store.Scan;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.SignalStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The signals, searched and exported, and one signal with everything that is known of it.
@Controller
@EnableConfigurationProperties(WebhookSettings.class)
final class SignalPages {

    private static final String PATH = "/signals";

    /// First what the engine answered, then how far the collector came.
    private static final List<Choice> STATUSES =
            Stream.<Enum<?>>concat(
                            Arrays.stream(DecisionOutcome.values()),
                            Arrays.stream(SignalStatus.values()))
                    .map(Choice::of)
                    .toList();

    private static final List<Choice> KINDS =
            List.of(
                    new Choice(WireFormat.ENVELOPE.name(), "Envelope"),
                    new Choice(WireFormat.TRADINGVIEW.name(), "TradingView strategy alert"),
                    new Choice(WireFormat.BRIDGE.name(), "Bridge service"),
                    new Choice(WireFormat.KEY_VALUE.name(), "Key = value"),
                    new Choice(WireFormat.PLAIN_TEXT.name(), "Plain text"));

    private final SignalStories stories;
    private final SignalLookup lookup;

    SignalPages(SignalStories stories, SignalLookup lookup) {
        this.stories = stories;
        this.lookup = lookup;
    }

    @GetMapping(PATH)
    String signals(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        SignalSearch search = SignalSearch.of(parameters);
        Scan<SignalStory> found = new Scan<>(List.of(), null, false);
        try {
            found = stories.search(search);
        } catch (RefusedParameterException e) {
            if (!search.typed().containsKey(e.field())) {
                throw e;
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("errors", Map.of(e.field(), e.accepted()));
        }
        model.addAttribute("rows", found.items().stream().map(SignalRow::new).toList());
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("cutShort", found.cutShort());
        model.addAttribute("typed", search.typed());
        model.addAttribute("narrowed", search.isNarrowed());
        model.addAttribute("newest", search.cursor() == null);
        model.addAttribute("next", PageLinks.next(PATH, parameters, found.next()));
        var typed = new LinkedMultiValueMap<String, String>();
        search.typed().forEach(typed::add);
        model.addAttribute("csv", PageLinks.to(PATH + ".csv", typed));
        return "signals";
    }

    @GetMapping(PATH + ".csv")
    void export(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        SignalSearch search = SignalSearch.of(parameters);
        new SignalExport(stories, search).writeTo(response);
    }

    @GetMapping(PATH + "/{*key}")
    String byPath(@PathVariable String key, Model model) {
        return signal(key.substring(1), model);
    }

    /// For keys that cannot stand in a path.
    @GetMapping("/signal")
    String byQuery(@RequestParam String key, Model model) {
        return signal(key, model);
    }

    private String signal(String word, Model model) {
        return switch (lookup.find(word)) {
            case Found.One(SignalStory story) -> {
                model.addAttribute("row", new SignalRow(story));
                yield "signal";
            }
            case Found.Several(List<String> keys) -> {
                model.addAttribute("id", word);
                model.addAttribute("links", keys.stream().map(SignalPages::keyLink).toList());
                yield "several";
            }
            case Found.Nothing() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static KeyLink keyLink(String key) {
        return new KeyLink(key, SignalRow.link(key));
    }

    /// @param path of the signal's page
    public record KeyLink(String key, String path) {}
}
