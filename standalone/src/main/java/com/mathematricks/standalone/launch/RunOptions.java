package com.mathematricks.standalone.launch;

import com.mathematricks.standalone.port.Ports;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Flags;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// How one run was asked for.
///
/// @param bind address of this machine on which dashboard and webhook listen
/// @param rebuild make everything that derives from the journal anew, before signals are taken
/// @param check stop again as soon as all is ready
/// @param demo play a made-up month, in fresh data
public record RunOptions(
        Path data,
        int port,
        int webhookPort,
        String bind,
        boolean rebuild,
        boolean check,
        boolean demo) {

    private static final Path DEFAULT_DATA = Path.of("data");
    private static final Path DEFAULT_DEMO_DATA = Path.of("demo-data");
    private static final int DEFAULT_PORT = 8501;
    private static final int DEFAULT_WEBHOOK_PORT = 8502;
    private static final String DEFAULT_BIND = "127.0.0.1";
    private static final int HIGHEST_PORT = 65_535;

    public RunOptions {
        if (port == webhookPort) {
            throw CommandFailedException.wrongUsage(
                    "--port and --webhook-port are both %d: they must differ".formatted(port));
        }
    }

    public static RunOptions parse(List<String> words) {
        Flags flags =
                Flags.parse(
                        words,
                        Set.of("data", "port", "webhook-port", "bind"),
                        Set.of("rebuild", "check", "demo"));
        flags.requireNothingElse();
        return new RunOptions(
                flags.value("data")
                        .map(Path::of)
                        .orElse(flags.has("demo") ? DEFAULT_DEMO_DATA : DEFAULT_DATA),
                port(flags, "port", DEFAULT_PORT),
                port(flags, "webhook-port", DEFAULT_WEBHOOK_PORT),
                flags.value("bind").orElse(DEFAULT_BIND),
                flags.has("rebuild"),
                flags.has("check"),
                flags.has("demo"));
    }

    private static int port(Flags flags, String name, int usual) {
        String stated = flags.value(name).orElse(Integer.toString(usual));
        try {
            int port = Integer.parseInt(stated);
            if (port == 0) {
                return Ports.anyFree();
            }
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Answered below, like a number out of range.
        }
        throw CommandFailedException.wrongUsage(
                "--%s %s: a port is a number from 1 to %d, or 0 for any that is free"
                        .formatted(name, stated, HIGHEST_PORT));
    }

    public String dashboardUrl() {
        return "http://%s:%d".formatted(reachable(), port);
    }

    public String webhookUrl() {
        return "http://%s:%d/webhook".formatted(reachable(), webhookPort);
    }

    private String reachable() {
        return bind.equals("0.0.0.0") || bind.equals("::") ? DEFAULT_BIND : bind;
    }
}
