package com.mathematricks.collector.relay;

import com.mathematricks.collector.inbox.PendingNotices;
import com.mathematricks.collector.inbox.PendingNotices.Pending;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the engine what happened to signals here, at least once each.
public final class NoticeRelay {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRelay.class);
    private static final int BATCH = 50;

    private final PendingNotices notices;
    private final Engine engine;

    public NoticeRelay(PendingNotices notices, Engine engine) {
        this.notices = notices;
        this.engine = engine;
    }

    /// @throws com.mathematricks.collector.inbox.StoreUnavailableException the rest comes next time
    public void tellAll() {
        List<Pending> batch;
        do {
            batch = notices.first(BATCH);
            for (Pending pending : batch) {
                if (!tell(pending)) {
                    return;
                }
            }
        } while (batch.size() == BATCH);
    }

    private boolean tell(Pending pending) {
        return switch (engine.post(pending.notice())) {
            case EngineAnswer.Taken(), EngineAnswer.Decided(var _) -> {
                notices.told(pending);
                yield true;
            }
            case EngineAnswer.Refused(var reason) -> {
                LOG.error("the engine refuses notice {}: {}", pending.notice().id(), reason);
                notices.told(pending);
                yield true;
            }
            case EngineAnswer.Away(var why) -> later(why);
            case EngineAnswer.Failed(var why) -> later(why);
        };
    }

    private static boolean later(String why) {
        LOG.debug("notices wait for the engine: {}", why);
        return false;
    }
}
