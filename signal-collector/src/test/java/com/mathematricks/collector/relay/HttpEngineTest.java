package com.mathematricks.collector.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpEngineTest {

    private static EngineAnswer answer(int status, String body) {
        return HttpEngine.answer(status, body, taken -> new EngineAnswer.Taken());
    }

    @Test
    void tellsARefusalFromAnEngineThatIsAwayOrFails() {
        Map<Integer, Class<?>> expected =
                Map.ofEntries(
                        Map.entry(200, EngineAnswer.Taken.class),
                        Map.entry(202, EngineAnswer.Taken.class),
                        Map.entry(302, EngineAnswer.Failed.class),
                        Map.entry(400, EngineAnswer.Refused.class),
                        Map.entry(409, EngineAnswer.Refused.class),
                        Map.entry(422, EngineAnswer.Refused.class),
                        // Our own misconfiguration must never cost a signal.
                        Map.entry(401, EngineAnswer.Away.class),
                        Map.entry(403, EngineAnswer.Away.class),
                        Map.entry(404, EngineAnswer.Away.class),
                        Map.entry(429, EngineAnswer.Away.class),
                        Map.entry(500, EngineAnswer.Failed.class),
                        Map.entry(502, EngineAnswer.Away.class),
                        Map.entry(503, EngineAnswer.Away.class));

        expected.forEach((status, kind) ->
                assertThat(answer(status, "{}")).as("%d", status).isInstanceOf(kind));
    }

    @Test
    void quotesTheProblemsDetailAndNothingElse() {
        assertThat(answer(422, "{\"detail\": \"no such instrument\"}"))
                .isEqualTo(new EngineAnswer.Refused("no such instrument"));
        assertThat(answer(422, "<html>page</html>"))
                .isEqualTo(new EngineAnswer.Refused("no reason given"));
        assertThat(answer(422, "{\"detail\": 7}"))
                .isEqualTo(new EngineAnswer.Refused("no reason given"));
        assertThat(answer(422, "")).isEqualTo(new EngineAnswer.Refused("no reason given"));
    }
}
