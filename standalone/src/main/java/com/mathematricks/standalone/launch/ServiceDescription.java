package com.mathematricks.standalone.launch;

import com.mathematricks.collector.CollectorApplication;
import com.mathematricks.dashboard.DashboardApplication;
import com.mathematricks.engine.EngineApplication;
import com.mathematricks.notifier.NotifierApplication;
import java.util.List;
import java.util.stream.Stream;

/// @param name also of its configuration file
/// @param web false: it needs no HTTP server here, because whoever asks for its health is in this
///   process
/// @param without starts of the names of auto-configurations that it has to be spared
record ServiceDescription(String name, Class<?> application, boolean web, List<String> without) {

    /// Events stay in this process, and the store's reactive driver is nobody's.
    private static final List<String> NOBODYS =
            List.of(
                    "org.springframework.boot.amqp",
                    "org.springframework.boot.mongodb.autoconfigure.MongoReactive",
                    "org.springframework.boot.mongodb.autoconfigure.health",
                    "org.springframework.boot.reactor",
                    "org.springframework.boot.micrometer",
                    "org.springframework.boot.transaction",
                    "org.springframework.boot.persistence");

    private static final List<String> EVENTS =
            List.of(
                    "org.springframework.cloud.stream",
                    "org.springframework.cloud.function",
                    "org.springframework.boot.integration");

    private static final List<String> PAGES =
            List.of(
                    "org.springframework.boot.security",
                    "org.springframework.boot.thymeleaf",
                    "org.springdoc");

    static final ServiceDescription ENGINE =
            new ServiceDescription(
                    "trader-engine", EngineApplication.class, true, nobodysAnd(List.of(PAGES)));

    static final ServiceDescription NOTIFIER =
            new ServiceDescription(
                    "telegram-notifier",
                    NotifierApplication.class,
                    false,
                    nobodysAnd(List.of(PAGES)));

    static final ServiceDescription COLLECTOR =
            new ServiceDescription(
                    "signal-collector",
                    CollectorApplication.class,
                    true,
                    nobodysAnd(List.of(PAGES, EVENTS)));

    static final ServiceDescription DASHBOARD =
            new ServiceDescription(
                    "dashboard", DashboardApplication.class, true, nobodysAnd(List.of(EVENTS)));

    private static List<String> nobodysAnd(List<List<String>> more) {
        return Stream.concat(NOBODYS.stream(), more.stream().flatMap(List::stream)).toList();
    }
}
