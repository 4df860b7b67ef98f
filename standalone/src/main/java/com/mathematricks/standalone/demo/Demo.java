package com.mathematricks.standalone.demo;

import com.mathematricks.standalone.command.ReadApi;
import com.mathematricks.standalone.credentials.Credentials;
import com.mathematricks.standalone.credentials.CredentialsFile;
import com.mathematricks.standalone.folder.DataFolder;
import com.mathematricks.standalone.terminal.Progress;
import java.time.Clock;
import java.time.LocalDate;

/// One run of the demo, in a data folder of its own.
public final class Demo {

    private final DemoScript script;
    private final DemoClock clock;

    private Demo(DemoScript script) {
        this.script = script;
        this.clock = new DemoClock(script.start());
    }

    /// Empties the folder, which must be a demo's or hold nothing yet.
    public static Demo begin(DataFolder folder) {
        folder.beginDemo();
        return new Demo(DemoScript.builtIn(LocalDate.now(DemoScript.NEW_YORK)));
    }

    /// What the engine and the collector go by.
    public Clock clock() {
        return clock;
    }

    /// In the background.
    public void play(Credentials credentials, CredentialsFile file, Progress progress) {
        progress.say("The demo plays a made-up month; watch it on the dashboard.");
        new DemoPlayer(
                        script,
                        clock,
                        new ReadApi(credentials),
                        strategy -> file.read("webhook.key." + strategy).orElseThrow(),
                        progress)
                .start();
    }
}
