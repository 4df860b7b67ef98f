package com.mathematricks.collector.webhook;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.format.Labels;
import com.mathematricks.collector.format.Reading;
import com.mathematricks.collector.format.SecretMask;
import com.mathematricks.collector.inbox.InboxOpening;
import com.mathematricks.collector.inbox.Reader;
import com.mathematricks.collector.inbox.Receipt;
import com.mathematricks.collector.inbox.SignalInbox;
import com.mathematricks.collector.inbox.StoreUnavailableException;
import com.mathematricks.collector.relay.Engine;
import com.mathematricks.collector.strategy.StrategyCache;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.WireFormat;
import com.mongodb.MongoException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a post: who sent it, whether it may, what it says, and only then the inbox.
public final class Webhook {

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

    private static final Admission.Denied NO_CREDENTIAL =
            new Admission.Denied(
                    "no credential",
                    "use the address with the strategy's key, or put its passphrase in the body");

    private final InboxOpening opening;
    private final StrategyCache strategies;
    private final Authenticator authenticator;
    private final SignalInbox inbox;
    private final PriceDesk prices;
    private final RequestRing ring;
    private final Clock clock;
    private final List<AddressRange> allowed;
    private final StrangerLimit strangers = new StrangerLimit();

    public Webhook(
            InboxOpening opening,
            StrategyCache strategies,
            SignalInbox inbox,
            Engine engine,
            RequestRing ring,
            Clock clock,
            WebhookProperties properties) {
        this.opening = opening;
        this.strategies = strategies;
        authenticator = new Authenticator(strategies::strategies);
        this.inbox = inbox;
        prices = new PriceDesk(engine, clock);
        this.ring = ring;
        this.clock = clock;
        allowed = properties.allowed();
    }

    WebhookAnswer answer(WebhookPost post) {
        WebhookAnswer answer;
        try {
            answer =
                    opening.isDone()
                            ? judge(post)
                            : WebhookAnswer.unavailable(null, "the service is starting");
        } catch (StoreUnavailableException | MongoException e) {
            LOG.warn("a signal was not stored: {}", e.getMessage());
            answer = WebhookAnswer.unavailable(null, "the store does not answer");
        } catch (RuntimeException e) {
            LOG.error("a request was not answered as it should be", e);
            answer = WebhookAnswer.unavailable(null, "a fault of ours, see the log");
        }
        return listed(post, answer);
    }

    /// Of somebody who does not even post.
    WebhookAnswer refuseMethod(WebhookPost post, String method) {
        return listed(post, unlessTooMany(post, WebhookAnswer.notAllowed(method)));
    }

    /// Who comes too often was listed when that began.
    private WebhookAnswer listed(WebhookPost post, WebhookAnswer answer) {
        if (answer.status() != 429) {
            ring.add(post, answer, clock.instant());
        }
        return answer;
    }

    private WebhookAnswer judge(WebhookPost post) {
        if (!allowed.isEmpty() && !AddressRange.contains(allowed, post.address())) {
            return unlessTooMany(post, WebhookAnswer.forbidden(post.address()));
        }
        String key = post.key();
        if (key != null) {
            return admit(post, () -> authenticator.byKey(key), null);
        }
        String secret = post.secret();
        return switch (post.body()) {
            case WebhookBody.TooLong() -> unlessTooMany(post, WebhookAnswer.tooLong(null));
            case WebhookBody.Text(var text) -> {
                Reading reading = Reader.read(text, null, clock.instant());
                Labels labels = Reader.labels(reading);
                String credential = secret == null ? labels.passphrase() : secret;
                if (credential != null) {
                    // The name in what cannot be read is a guess; the sender shall learn the fault.
                    @Nullable String named =
                            reading instanceof Reading.Refused ? null : labels.strategy();
                    yield admit(post, () -> authenticator.bySecret(credential, named), reading);
                }
                yield unlessTooMany(
                        post,
                        reading instanceof Reading.Refused(var error, var _)
                                ? WebhookAnswer.malformed(error, null)
                                : WebhookAnswer.unauthorized(NO_CREDENTIAL));
            }
            case WebhookBody.NotUtf8(var _) -> unreadable(post, secret);
            case WebhookBody.Broken() -> unreadable(post, secret);
        };
    }

    private WebhookAnswer unreadable(WebhookPost post, @Nullable String secret) {
        return secret == null
                ? unlessTooMany(post, WebhookAnswer.malformed(fault(post.body()), null))
                : admit(post, () -> authenticator.bySecret(secret, null), null);
    }

    /// A credential that is not known may be of a strategy that is new: the store is asked before
    /// anybody is turned away, and strangers may ask only so often.
    private WebhookAnswer admit(
            WebhookPost post, Supplier<Admission> credential, @Nullable Reading reading) {
        Admission admission = credential.get();
        if (admission instanceof Admission.Denied) {
            Optional<WebhookAnswer> tooMany = tooMany(post);
            if (tooMany.isPresent()) {
                return tooMany.get();
            }
            strategies.reload();
            admission = credential.get();
        }
        return switch (admission) {
            case Admission.Admitted(var strategy) -> take(post, strategy, reading);
            case Admission.Denied denied -> WebhookAnswer.unauthorized(denied);
        };
    }

    private WebhookAnswer take(
            WebhookPost post, StrategySettings strategy, @Nullable Reading anyFormat) {
        try {
            return switch (post.body()) {
                case WebhookBody.TooLong() -> WebhookAnswer.tooLong(strategy.name());
                case WebhookBody.Broken() ->
                        WebhookAnswer.malformed(fault(post.body()), strategy.name());
                case WebhookBody.NotUtf8(var readable) ->
                        refuse(strategy, readable, fault(post.body()), null);
                case WebhookBody.Text(var text) -> {
                    WireFormat only = strategy.format();
                    Reading reading =
                            anyFormat == null || only != null
                                    ? Reader.read(text, only, clock.instant())
                                    : anyFormat;
                    yield take(strategy, text, reading);
                }
            };
        } catch (StoreUnavailableException e) {
            LOG.warn("a signal of {} was not stored: {}", strategy.name(), e.getMessage());
            return WebhookAnswer.unavailable(strategy.name(), "the store does not answer");
        }
    }

    private WebhookAnswer take(StrategySettings strategy, String text, Reading reading) {
        return switch (reading) {
            case Reading.Wish(var signal) ->
                    switch (inbox.receive(strategy, SecretMask.mask(text), signal)) {
                        case Receipt.Accepted accepted ->
                                WebhookAnswer.accepted(accepted, strategy.name());
                        case Receipt.Refused(var error) ->
                                WebhookAnswer.malformed(error, strategy.name());
                    };
            case Reading.PriceAlert(var price) -> prices.hand(price, strategy.name());
            case Reading.Refused(var error, var labels) ->
                    refuse(strategy, text, error, labels.id());
        };
    }

    private WebhookAnswer refuse(
            StrategySettings strategy, String text, FieldError error, @Nullable String id) {
        inbox.refuse(strategy, SecretMask.mask(text), error, id);
        return WebhookAnswer.malformed(error, strategy.name());
    }

    private static FieldError fault(WebhookBody body) {
        String text =
                body instanceof WebhookBody.Broken
                        ? "the body did not come to its end"
                        : "the body is not UTF-8";
        return new FieldError("body", null, "UTF-8 text", text);
    }

    private WebhookAnswer unlessTooMany(WebhookPost post, WebhookAnswer otherwise) {
        return tooMany(post).orElse(otherwise);
    }

    private Optional<WebhookAnswer> tooMany(WebhookPost post) {
        return switch (strangers.count(post.address(), clock.instant())) {
            case WITHIN -> Optional.empty();
            case JUST_EXCEEDED -> {
                ring.add(post, WebhookAnswer.tooMany(), clock.instant());
                yield Optional.of(WebhookAnswer.tooMany());
            }
            case EXCEEDED -> Optional.of(WebhookAnswer.tooMany());
        };
    }
}
