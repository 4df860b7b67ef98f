package com.mathematricks.dashboard.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/// One answer in the form that the asker understands.
final class Refusals {

    private static final String API = "/api/";

    private Refusals() {}

    static Object answer(String path, HttpStatus status, String detail) {
        return answer(path, status, detail, Map.of());
    }

    /// @param facts named members of the problem, for programs
    static Object answer(String path, HttpStatus status, String detail, Map<String, Object> facts) {
        return path.startsWith(API) ? problem(status, detail, facts) : page(status, detail);
    }

    static Object answer(
            HttpServletRequest request,
            HttpStatus status,
            String detail,
            Map<String, Object> facts) {
        return answer(request.getRequestURI(), status, detail, facts);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String detail, Map<String, Object> facts) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        facts.forEach(problem::setProperty);
        var response =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return response.body(problem);
    }

    private static ModelAndView page(HttpStatus status, String detail) {
        return new ModelAndView(
                "error",
                Map.of(
                        "status",
                        status.value(),
                        "title",
                        status.getReasonPhrase(),
                        "detail",
                        detail,
                        "heals",
                        status == HttpStatus.SERVICE_UNAVAILABLE),
                status);
    }
}
