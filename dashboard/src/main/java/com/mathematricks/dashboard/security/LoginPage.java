package com.mathematricks.dashboard.security;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
final class LoginPage {

    /// @param to the path that the person wanted
    /// @param wrong there after a wrong password
    /// @param wait seconds until the next attempt is looked at
    @GetMapping("/login")
    String login(
            Model model,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable Integer wait,
            @RequestParam(required = false) @Nullable String out) {
        model.addAttribute("to", LocalPath.orStart(to));
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("wait", wait);
        model.addAttribute("out", out != null);
        return "login";
    }
}
