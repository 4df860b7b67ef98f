package com.mathematricks.dashboard.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Everything that was refused before it reached a page or a list.
@Controller
final class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        HttpStatus status =
                Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                        .map(code -> HttpStatus.resolve((Integer) code))
                        .orElse(HttpStatus.NOT_FOUND);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return Refusals.answer(path, status, words(status));
    }

    private static String words(HttpStatus status) {
        return switch (status.value()) {
            case 400 -> "The request cannot be read.";
            case 401 -> "The header `Authorization: Bearer TOKEN` with the API's token is needed.";
            case 403 -> "The form was too old or not ours. Open the page again and repeat.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address can only be read (GET).";
            case 413 -> "What was sent is too long: 4 MB are the most that is taken.";
            case 406 -> "This address answers in JSON only.";
            default ->
                    status.is5xxServerError()
                            ? "The dashboard failed on this request; its log says why."
                            : "The request is refused.";
        };
    }
}
