package com.mathematricks.dashboard.live;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The stream of events of one open page. A virtual thread each: a page that reads slowly holds up
/// nobody else. It ends with the login.
@Controller
final class LivePage {

    private static final Logger LOG = LoggerFactory.getLogger(LivePage.class);

    /// Proxies and browsers give up on a silent connection; a login that ended is noticed by then.
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final long NO_TIMEOUT = 0;

    private final Listeners listeners;

    LivePage(Listeners listeners) {
        this.listeners = listeners;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@Nullable HttpSession session, HttpServletResponse response) {
        if (session == null) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        Optional<Mailbox> mailbox = listeners.join();
        if (mailbox.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        response.setHeader("X-Accel-Buffering", "no");
        var emitter = new SseEmitter(NO_TIMEOUT);
        Mailbox own = mailbox.get();
        emitter.onCompletion(own::close);
        emitter.onError(_ -> own.close());
        var _ = Thread.ofVirtual().name("live-page").start(() -> serve(emitter, own, session));
        return emitter;
    }

    private void serve(SseEmitter emitter, Mailbox mailbox, HttpSession session) {
        try {
            while (!mailbox.isClosed()) {
                var events = mailbox.take(HEARTBEAT);
                if (mailbox.isClosed() || !isLoggedIn(session)) {
                    break;
                }
                if (events.isEmpty()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
                for (Mailbox.Event event : events) {
                    emitter.send(SseEmitter.event().name(event.name()).data(event.data()));
                }
            }
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("an open page went away", e);
        } finally {
            listeners.leave(mailbox);
        }
    }

    private static boolean isLoggedIn(HttpSession session) {
        try {
            return session.getCreationTime() > 0;
        } catch (IllegalStateException _) {
            return false;
        }
    }
}
