package com.mathematricks.dashboard.performance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes a strategy's backtest as a file, and removes it again. A file with an error changes
/// nothing.
@Controller
final class BacktestUpload {

    static final int MOST_BYTES = 1024 * 1024;
    private static final int NAME_SHOWN = 80;

    private final StrategyReports reports;
    private final Backtests backtests;
    private final Clock clock;

    BacktestUpload(StrategyReports reports, Backtests backtests, Clock clock) {
        this.reports = reports;
        this.backtests = backtests;
        this.clock = clock;
    }

    @PostMapping("/performance/strategies/{name}/backtest")
    ModelAndView upload(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes next)
            throws IOException {
        reports.settings(name);
        if (file == null || file.isEmpty()) {
            return again(name, List.of("Choose a file that is not empty."), model);
        }
        if (file.getSize() > MOST_BYTES) {
            return again(name, List.of("The file is larger than 1 MB."), model);
        }
        String text;
        try {
            text = decoded(file.getBytes());
        } catch (CharacterCodingException _) {
            return again(name, List.of("The file is not text in UTF-8."), model);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        BacktestCsv.Result read = BacktestCsv.read(text, today);
        if (!read.errors().isEmpty()) {
            return again(name, read.errors(), model);
        }
        backtests.save(new Backtest(name, clock.instant(), shortened(file), read.returns()));
        next.addFlashAttribute("done", "The backtest is stored.");
        return back(name, next);
    }

    @PostMapping("/performance/strategies/{name}/backtest/remove")
    ModelAndView remove(@PathVariable String name, RedirectAttributes next) {
        reports.settings(name);
        backtests.remove(name);
        next.addFlashAttribute("done", "The backtest is removed.");
        return back(name, next);
    }

    private ModelAndView again(String name, List<String> errors, Model model) {
        reports.show(name, RiskFree.of(null), model);
        model.addAttribute("uploadErrors", errors);
        return new ModelAndView("strategy-performance", model.asMap(), HttpStatus.BAD_REQUEST);
    }

    private static ModelAndView back(String name, RedirectAttributes next) {
        next.addAttribute("name", name);
        return new ModelAndView("redirect:/performance/strategies/{name}");
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String shortened(MultipartFile file) {
        String name = file.getOriginalFilename();
        if (name == null || name.isBlank()) {
            return "unnamed";
        }
        return name.length() <= NAME_SHOWN ? name : name.substring(0, NAME_SHOWN) + "…";
    }
}
