package com.mathematricks.collector.webhook;

import com.mathematricks.service.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// `POST /webhook` and `POST /webhook/{key}`. A plain servlet, because senders say anything about
/// their content type and what they accept, and all of it is to be ignored.
// Nobody serializes a servlet.
@SuppressWarnings("serial")
public final class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration BODY_TIME = Duration.ofSeconds(5);

    private final Webhook webhook;
    private final Clock clock;
    private final List<AddressRange> proxies;

    public WebhookServlet(Webhook webhook, Clock clock, WebhookProperties properties) {
        this.webhook = webhook;
        this.clock = clock;
        proxies = properties.proxies();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String method = request.getMethod();
        WebhookAnswer answer =
                method.equals("POST")
                        ? webhook.answer(post(request, body(request)))
                        : webhook.refuseMethod(post(request, new WebhookBody.Text("")), method);
        response.setStatus(answer.status());
        response.setContentType(
                answer.status() < 400 ? "application/json" : "application/problem+json");
        if (answer.status() == 405) {
            response.setHeader("Allow", "POST");
        }
        if (answer.status() == 429) {
            response.setHeader("Retry-After", String.valueOf(StrangerLimit.REFILL.toSeconds()));
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(answer.body());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private WebhookPost post(HttpServletRequest request, WebhookBody body) {
        String path = request.getPathInfo();
        return new WebhookPost(
                ClientAddress.of(
                        request.getRemoteAddr(),
                        Collections.list(request.getHeaders("X-Forwarded-For")),
                        proxies),
                path == null || path.equals("/") ? null : path.substring(1),
                request.getHeader("X-Webhook-Secret"),
                body);
    }

    private WebhookBody body(HttpServletRequest request) throws IOException {
        return request.getContentLengthLong() > WebhookBody.LIMIT
                ? new WebhookBody.TooLong()
                : WebhookBody.read(request.getInputStream(), clock, BODY_TIME);
    }
}
