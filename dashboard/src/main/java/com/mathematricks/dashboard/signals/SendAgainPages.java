package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.signals.SentSignals.Progress;
import com.mathematricks.dashboard.signals.SignalLookup.Found;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/// Sends a signal again, mended or as it is, and leads to what becomes of it.
@Controller
final class SendAgainPages {

    /// With what is added, an id stays within what senders may give.
    private static final int LONGEST_OLD_ID = 100;

    private final SignalLookup lookup;
    private final SentSignals sent;

    SendAgainPages(SignalLookup lookup, SentSignals sent) {
        this.lookup = lookup;
        this.sent = sent;
    }

    @GetMapping("/again")
    String look(@RequestParam String key, Model model) {
        SignalStory story = find(key);
        return page(model, story, key, story.raw(), null);
    }

    @PostMapping("/again")
    String send(
            @RequestParam String key,
            @RequestParam String ticket,
            @RequestParam String body,
            @RequestParam(required = false, defaultValue = "") String strategy,
            Model model) {
        SignalStory story = find(key);
        String of = story.strategy() == null ? strategy : story.strategy();
        if (!sent.isStrategy(of)) {
            return page(model, story, key, body, "There is no strategy '%s'.".formatted(of));
        }
        if (body.isBlank() || body.length() > SentSignals.LONGEST) {
            return page(model, story, key, body, "A message has 1 to 65536 characters.");
        }
        if (!sent.isFresh(ticket)) {
            return page(
                    model,
                    story,
                    key,
                    body,
                    "The page was too old, so nothing was sent. Look at it again.");
        }
        sent.send(ticket, body, of, newId(story, ticket));
        return "redirect:/sent/" + ticket;
    }

    /// Names the old one.
    private static String newId(SignalStory story, String ticket) {
        String repeated = story.repeatOf();
        String old = repeated == null ? story.id() : repeated.substring(repeated.indexOf(':') + 1);
        return "again-"
                + ticket.substring(ticket.length() - 6)
                + "-of-"
                + old.substring(0, Math.min(old.length(), LONGEST_OLD_ID));
    }

    /// @param htmx there where a script asks, which goes on by itself
    @GetMapping("/sent/{ticket}")
    @Nullable String progress(
            @PathVariable String ticket,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model model) {
        Progress progress =
                sent.progress(ticket)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String handle = progress.handle();
        if (handle != null && progress.decided()) {
            String page = "/signal?key=" + UriUtils.encode(handle, "UTF-8");
            if (htmx == null) {
                return "redirect:" + page;
            }
            response.setHeader("HX-Redirect", page);
            return null;
        }
        model.addAttribute("ticket", ticket);
        model.addAttribute("taken", handle != null);
        model.addAttribute("path", handle == null ? null : SignalRow.link(handle));
        return "sent";
    }

    private String page(
            Model model, SignalStory story, String key, String body, @Nullable String error) {
        model.addAttribute("story", story);
        model.addAttribute("key", key);
        model.addAttribute("body", body);
        model.addAttribute("error", error);
        model.addAttribute("ticket", sent.ticket());
        model.addAttribute("link", SignalRow.link(story.handle()));
        return "send-again";
    }

    private SignalStory find(String key) {
        return switch (lookup.find(key)) {
            case Found.One(SignalStory story) -> story;
            case Found.Several _, Found.Nothing _ ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
