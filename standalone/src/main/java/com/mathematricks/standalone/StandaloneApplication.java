package com.mathematricks.standalone;

import com.mathematricks.standalone.credentials.Credentials;
import com.mathematricks.standalone.credentials.CredentialsFile;
import com.mathematricks.standalone.demo.Demo;
import com.mathematricks.standalone.folder.DataFolder;
import com.mathematricks.standalone.launch.Logs;
import com.mathematricks.standalone.launch.RunOptions;
import com.mathematricks.standalone.launch.StartFailedException;
import com.mathematricks.standalone.launch.Suite;
import com.mathematricks.standalone.launch.Welcome;
import com.mathematricks.standalone.port.Ports;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// Runs the whole suite in this process until it is told to end.
public final class StandaloneApplication {

    private StandaloneApplication() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            run(RunOptions.parse(List.of(args)), new Progress(System.out));
        } catch (CommandFailedException e) {
            System.err.println("trader: " + e.getMessage());
            System.exit(e.exitCode());
        }
    }

    private static void run(RunOptions options, Progress progress) throws InterruptedException {
        DataFolder folder = DataFolder.open(options.data());
        Ports.requireFree(options.bind(), options.port(), "--port");
        Ports.requireFree(options.bind(), options.webhookPort(), "--webhook-port");
        Logs.begin(folder.logs());
        Optional<Demo> demo = demo(options, folder);
        progress.say("Mathematricks Trader starts; its data are in " + folder.path());
        var suite = new Suite(progress, demo.map(Demo::clock));
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    suite.close();
                                    folder.close();
                                }));
        var file = new CredentialsFile(folder.credentials());
        if (folder.hasStore() && !Files.exists(folder.credentials())) {
            progress.say(
                    "The credentials are gone and are made anew; of the old webhook keys the store knows only hashes, so ./trader reset is needed before demo takes signals again");
        }
        Credentials credentials = credentials(file, options, folder);
        try {
            suite.start(options, folder, credentials, file.secret());
        } catch (StartFailedException e) {
            LoggerFactory.getLogger(StandaloneApplication.class).debug("start failed", e);
            suite.close();
            throw CommandFailedException.because(
                    e.line() + " (more in " + folder.logs().resolve("trader.log") + ")");
        }
        suite.waitUntilReady();
        progress.step("ready");
        if (options.check()) {
            System.exit(0);
        }
        progress.say(Welcome.text(credentials, folder.credentials(), folder.hasDemo()));
        demo.ifPresent(begun -> begun.play(credentials, file, progress));
    }

    private static Optional<Demo> demo(RunOptions options, DataFolder folder) {
        if (options.demo()) {
            return Optional.of(Demo.begin(folder));
        }
        folder.requireNoDemo();
        return Optional.empty();
    }

    private static Credentials credentials(
            CredentialsFile file, RunOptions options, DataFolder folder) {
        try {
            return file.prepare(options.dashboardUrl(), options.webhookUrl());
        } catch (IOException e) {
            throw folder.unusable(e);
        }
    }
}
