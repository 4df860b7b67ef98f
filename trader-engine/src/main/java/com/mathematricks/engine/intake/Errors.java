package com.mathematricks.engine.intake;

import com.mathematricks.engine.EngineBusyException;
import com.mathematricks.engine.journal.ReplacedException;
import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Failures as ProblemDetail: 400 can never be accepted, 503 may be asked again, 500 is our fault.
@RestControllerAdvice
final class Errors {

    @ExceptionHandler(InvalidSignalException.class)
    ProblemDetail invalid(InvalidSignalException e) {
        return problem(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler(RefusedPriceException.class)
    ProblemDetail refused(RefusedPriceException e) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, e.getMessage());
        problem.setProperty("field", e.field());
        problem.setProperty("value", e.value());
        problem.setProperty("accepted", e.accepted());
        return problem;
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        return problem(HttpStatus.BAD_REQUEST, e.getMostSpecificCause().getMessage());
    }

    @ExceptionHandler({EngineBusyException.class, ReplacedException.class, MongoException.class})
    ProblemDetail busy(RuntimeException e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(detail));
    }
}
