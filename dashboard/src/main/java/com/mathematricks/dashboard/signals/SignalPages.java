package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.overview.Services;
import com.mathematricks.dashboard.signals.SignalLookup.Found;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// The latest signals, and one signal with everything that is known of it.
@Controller
@EnableConfigurationProperties(WebhookSettings.class)
final class SignalPages {

    private static final int MOST_SERVICES = 20;
    private static final int SHOWN_REQUESTS = 10;
    private static final Listing<WebhookRequest> REQUESTS =
            Listing.of(
                    Collections.WEBHOOK_REQUESTS,
                    "place",
                    PageOrder.newestByNumber("n"),
                    WebhookRequest.class);

    private final SignalStories stories;
    private final SignalLookup lookup;
    private final Services services;
    private final MongoDatabase store;
    private final WebhookSettings webhook;

    SignalPages(
            SignalStories stories,
            SignalLookup lookup,
            Services services,
            MongoDatabase store,
            WebhookSettings webhook) {
        this.stories = stories;
        this.lookup = lookup;
        this.services = services;
        this.store = store;
        this.webhook = webhook;
    }

    @GetMapping({"/", "/signals"})
    String latest(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var query = ListQuery.of(parameters, SignalStories.LISTING.filters());
        Page<SignalStory> page = stories.page(query);
        model.addAttribute("services", services.page(ListQuery.first(MOST_SERVICES)).items());
        model.addAttribute("rows", page.items().stream().map(SignalRow::new).toList());
        model.addAttribute("filters", query.filters());
        model.addAttribute("older", older(parameters, page.next()));
        model.addAttribute("newest", query.cursor() == null);
        boolean waiting = page.items().isEmpty() && parameters.isEmpty();
        model.addAttribute("waiting", waiting);
        if (waiting) {
            model.addAttribute("webhookUrl", webhook.url());
            model.addAttribute(
                    "requests", REQUESTS.page(store, ListQuery.first(SHOWN_REQUESTS)).items());
        }
        return "signals";
    }

    private static String older(MultiValueMap<String, String> parameters, @Nullable String next) {
        return next == null
                ? ""
                : UriComponentsBuilder.fromPath("/")
                        .queryParams(parameters)
                        .replaceQueryParam("cursor", next)
                        .encode()
                        .toUriString();
    }

    @GetMapping("/signals/{*key}")
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
