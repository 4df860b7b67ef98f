package com.mathematricks.dashboard.api;

import com.mathematricks.dashboard.signals.SignalLookup;
import com.mathematricks.dashboard.signals.SignalLookup.Found;
import com.mathematricks.dashboard.signals.SignalStories;
import com.mathematricks.dashboard.signals.SignalStory;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.Page;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What came in, and what became of it.
@RestController
@RequestMapping("/api/v1/signals")
final class SignalsApi {

    private final SignalStories stories;
    private final SignalLookup lookup;

    SignalsApi(SignalStories stories, SignalLookup lookup) {
        this.stories = stories;
        this.lookup = lookup;
    }

    @GetMapping
    Page<SignalStory> signals(@RequestParam MultiValueMap<String, String> parameters) {
        return stories.page(ListQuery.of(parameters, SignalStories.LISTING.filters()));
    }

    /// The rest of the path is the id, slashes and all: senders choose their ids.
    @GetMapping("/{*id}")
    ResponseEntity<?> signal(@PathVariable String id) {
        String word = id.substring(1);
        return switch (lookup.find(word)) {
            case Found.One(SignalStory story) -> ResponseEntity.ok(story);
            case Found.Several(List<String> keys) -> several(word, keys);
            case Found.Nothing() ->
                    problem(
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.NOT_FOUND,
                                    "No signal has the id or key '" + word + "'."));
        };
    }

    private static ResponseEntity<ProblemDetail> several(String id, List<String> keys) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONFLICT,
                        "Several strategies used the id '" + id + "'; ask by key.");
        problem.setProperty("keys", keys);
        return problem(problem);
    }

    private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
