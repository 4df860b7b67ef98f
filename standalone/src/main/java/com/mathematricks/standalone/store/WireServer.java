package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/// Listens on 127.0.0.1 and speaks the wire protocol.
final class WireServer implements AutoCloseable {

    private static final int THREADS = 2;

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(
                    THREADS, new DefaultThreadFactory("store-wire"), NioIoHandler.newFactory());
    private final ChannelGroup connections =
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Channel listener;

    WireServer(StoreBackend backend, ChangeLog log, int port) {
        try {
            listener =
                    new ServerBootstrap()
                            .group(loops)
                            .channel(NioServerSocketChannel.class)
                            .childOption(ChannelOption.TCP_NODELAY, true)
                            .childHandler(
                                    new ChannelInitializer<SocketChannel>() {
                                        @Override
                                        public void initChannel(SocketChannel channel) {
                                            connections.add(channel);
                                            channel.pipeline()
                                                    .addLast(
                                                            new MongoWireReplyEncoder(),
                                                            new MongoWireMessageEncoder(),
                                                            new MongoWireProtocolHandler(),
                                                            new WireHandler(backend, log));
                                        }
                                    })
                            .bind(new InetSocketAddress(loopback(), port))
                            .syncUninterruptibly()
                            .channel();
        } catch (Exception e) {
            // Netty throws what it did not declare.
            stop();
            throw new IllegalStateException(
                    "port " + port + " of 127.0.0.1 can't be used: " + e.getMessage(), e);
        }
        backend.listensAt("127.0.0.1:" + port());
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of four bytes is known", e);
        }
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
        stop();
    }

    private void stop() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
