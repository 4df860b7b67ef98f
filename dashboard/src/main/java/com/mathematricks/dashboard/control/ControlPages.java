package com.mathematricks.dashboard.control;

import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// Choosing a command, looking at what it will do, giving it, reading the answer.
@Controller
final class ControlPages {

    private static final int SHOWN = 30;
    private static final int LONGEST_REASON = 300;

    /// What a confirmation page says is old after this.
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final House house;
    private final Commands commands;
    private final Clock clock;

    ControlPages(House house, Commands commands, Clock clock) {
        this.house = house;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/control")
    String control(Model model) {
        model.addAttribute("scopes", house.scopes());
        model.addAttribute("positions", house.positions());
        model.addAttribute("orders", house.working());
        model.addAttribute("commands", commands.latest(SHOWN));
        return "control";
    }

    @GetMapping("/control/confirm")
    String confirm(
            Model model,
            @RequestParam String action,
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable String instrument,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String again) {
        Command command = command(action, scope, instrument, order);
        model.addAttribute("command", command);
        model.addAttribute("positions", house.positions(command));
        model.addAttribute("orders", house.working(command));
        model.addAttribute("again", again != null);
        model.addAttribute("id", new ObjectId(Date.from(clock.instant())).toHexString());
        return "control-confirm";
    }

    /// @param id made by the confirmation page: sent twice, it is the same command
    @PostMapping("/control")
    String give(
            @RequestParam String id,
            @RequestParam String action,
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable String instrument,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false, defaultValue = "") String reason) {
        Command command = command(action, scope, instrument, order);
        Instant now = clock.instant();
        if (!isFresh(id, now)) {
            return "redirect:" + confirmation(command);
        }
        String stated = reason.strip();
        String shortened = stated.substring(0, Math.min(stated.length(), LONGEST_REASON));
        commands.give(
                new ControlCommand(
                        id,
                        command.action(),
                        command.scope(),
                        instrument == null ? null : new InstrumentId(instrument),
                        order == null ? null : new ClientOrderId(order),
                        "dashboard",
                        now,
                        shortened.isEmpty() ? null : shortened));
        return "redirect:/control/commands/" + id;
    }

    private static boolean isFresh(String id, Instant now) {
        if (!ObjectId.isValid(id)) {
            return false;
        }
        Instant made = new ObjectId(id).getDate().toInstant();
        return made.plus(FRESH).isAfter(now) && made.minus(FRESH).isBefore(now);
    }

    private static String confirmation(Command command) {
        var page =
                UriComponentsBuilder.fromPath("/control/confirm")
                        .queryParam("action", command.action())
                        .queryParam("scope", "{scope}")
                        .queryParam("again", "old");
        Optional.ofNullable(command.instrument())
                .ifPresent(_ -> page.queryParam("instrument", "{instrument}"));
        Optional.ofNullable(command.order()).ifPresent(_ -> page.queryParam("order", "{order}"));
        return page.encode()
                .buildAndExpand(
                        Stream.of(command.scope(), command.instrument(), command.order())
                                .filter(Objects::nonNull)
                                .toArray())
                .toUriString();
    }

    @GetMapping("/control/commands/{id}")
    String answer(@PathVariable String id, Model model) {
        AskedCommand asked = commands.find(id).orElseThrow(ControlPages::unknown);
        model.addAttribute("asked", asked);
        model.addAttribute("waiting", asked.waiting(clock.instant()));
        return "control-answer";
    }

    /// Only what there is can be commanded.
    private Command command(
            String action, String scope, @Nullable String instrument, @Nullable String order) {
        ControlAction known =
                Arrays.stream(ControlAction.values())
                        .filter(word -> word.name().equals(action.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(ControlPages::unknown);
        var command = new Command(known, scope, instrument, order);
        boolean there =
                house.scopes().stream().anyMatch(stated -> stated.scope().equals(scope))
                        && switch (known) {
                            case PAUSE -> scope.startsWith(Command.STRATEGY) && isBare(command);
                            case RESUME, REDUCE, HALT, FLATTEN -> isBare(command);
                            case CLOSE ->
                                    scope.startsWith(Command.STRATEGY)
                                            && order == null
                                            && instrument != null;
                            case CANCEL -> instrument == null && order != null;
                            case ACCEPT -> scope.startsWith(Command.ACCOUNT) && order == null;
                        };
        boolean target =
                switch (known) {
                    case CLOSE -> isInstrument(instrument) && house.knowsPosition(command);
                    case CANCEL -> order != null && isOrder(order) && house.knowsOrder(order);
                    case PAUSE, RESUME, REDUCE, HALT, FLATTEN, ACCEPT ->
                            instrument == null || isInstrument(instrument);
                };
        if (!there || !target) {
            throw unknown();
        }
        return command;
    }

    private static boolean isBare(Command command) {
        return command.instrument() == null && command.order() == null;
    }

    private static boolean isInstrument(@Nullable String instrument) {
        try {
            return instrument != null && !new InstrumentId(instrument).value().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isOrder(@Nullable String order) {
        try {
            return order != null && !new ClientOrderId(order).value().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
