package com.mathematricks.standalone.launch;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where the logs of all services go: to files in the data folder, and what a person should see at
/// once also to the terminal. It is set up once for the process; no service sets it up again.
public final class Logs {

    private Logs() {}

    /// Before the first logger is made.
    public static void begin(Path folder) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "standalone-logback.xml");
        System.setProperty("trader.logs", folder.toString());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
