package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection: its commands run in order on a thread of its own, so that one that waits (for
/// the disk, for news of a change stream) holds up no other connection. That thread is never
/// interrupted: H2 closes a file that an interrupted thread is reading.
final class WireHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(WireHandler.class);
    private static final AtomicInteger ANSWERS = new AtomicInteger();

    private final StoreBackend backend;
    private final ChangeLog log;
    private final ExecutorService commands =
            Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("store-connection").factory());

    WireHandler(StoreBackend backend, ChangeLog log) {
        this.backend = backend;
        this.log = log;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        commands.execute(() -> backend.handleClose(context.channel()));
        commands.shutdown();
        log.wake();
        super.channelInactive(context);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        commands.execute(() -> {
            var _ = context.writeAndFlush(answer(request));
        });
    }

    private Object answer(ClientRequest request) {
        MessageHeader header =
                new MessageHeader(ANSWERS.incrementAndGet(), request.getHeader().getRequestID());
        return switch (request) {
            case MongoMessage message ->
                    new MongoMessage(
                            request.getChannel(),
                            header,
                            run(request, message.getDatabaseName(), message.getDocument()));
            case MongoQuery query when query.getCollectionName().equals("$cmd") ->
                    new MongoReply(header, run(request, query.getDatabaseName(), query.getQuery()));
            default ->
                    new MongoReply(
                            header, error(new MongoServerException("not a command: " + request)));
        };
    }

    private Document run(ClientRequest request, String database, Document command) {
        String name = command.keySet().iterator().next();
        try {
            return backend.handleCommand(request.getChannel(), database, name, command);
        } catch (MongoServerException e) {
            LOG.debug("refused {} on {}", name, database, e);
            return error(e);
        } catch (RuntimeException e) {
            LOG.error("failed {} on {}", name, database, e);
            return error(new MongoServerException("the store failed: " + e.getMessage(), e));
        }
    }

    private static Document error(MongoServerException e) {
        Document answer = new Document("ok", 0.0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError known) {
            answer.append("code", known.getCode());
            answer.putIfNotNull("codeName", known.getCodeName());
        }
        return answer;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.warn("a connection is closed: {}", cause.toString());
        var _ = context.close();
    }
}
