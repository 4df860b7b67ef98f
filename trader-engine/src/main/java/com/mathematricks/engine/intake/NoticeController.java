package com.mathematricks.engine.intake;

import com.mathematricks.engine.EngineService;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.model.signal.Notice;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Journals what other services report. A notice that comes again is the same notice.
@RestController
final class NoticeController {

    private final EngineService service;

    NoticeController(EngineService service) {
        this.service = service;
    }

    @PostMapping("/internal/notices")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void note(@RequestBody Notice notice) {
        String key = "notice:" + notice.service() + ":" + notice.id();
        var engine = service.engine();
        if (service.journal().withKey(key).isPresent()) {
            return;
        }
        engine.take(
                        key,
                        _ ->
                                Optional.of(
                                        new Draft(
                                                EntryKind.NOTED,
                                                key,
                                                null,
                                                List.of(
                                                        new Change.Noted(
                                                                notice.code(),
                                                                notice.text(),
                                                                notice.strategy(),
                                                                null)))))
                .join();
    }
}
