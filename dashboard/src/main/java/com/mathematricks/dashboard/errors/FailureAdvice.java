package com.mathematricks.dashboard.errors;

import com.mathematricks.dashboard.store.RefusedParameterException;
import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What went wrong while a page or a list was made.
@ControllerAdvice
final class FailureAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAdvice.class);

    @ExceptionHandler
    Object refused(RefusedParameterException e, HttpServletRequest request) {
        return Refusals.answer(
                request,
                HttpStatus.BAD_REQUEST,
                String.valueOf(e.getMessage()),
                Map.of("field", e.field(), "value", e.value(), "accepted", e.accepted()));
    }

    @ExceptionHandler
    Object storeAway(MongoException e, HttpServletRequest request) {
        LOG.warn("the store does not answer: {}", e.getMessage());
        return Refusals.answer(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer, so there is nothing to show. It is asked again with"
                        + " every request; what was traded is kept there and not lost.",
                Map.of());
    }
}
