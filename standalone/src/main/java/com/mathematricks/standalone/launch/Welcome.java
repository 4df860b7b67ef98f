package com.mathematricks.standalone.launch;

import com.mathematricks.standalone.credentials.Credentials;
import java.nio.file.Path;

/// What the terminal shows once the suite is ready. It names the file of the secrets, never one of
/// them.
public final class Welcome {

    private Welcome() {}

    /// @param hasDemo whether the strategies are those that came with the suite, or like them
    public static String text(Credentials credentials, Path file, boolean hasDemo) {
        return """

        Dashboard    %s
        Webhook      %s
        Credentials  %s

        %s

        Ctrl-C stops the suite; the data stay.
        """
                .formatted(
                        credentials.dashboardUrl(),
                        credentials.webhookUrl(),
                        file,
                        hasDemo
                                ? "A first signal, bought on paper by the strategy demo (copy it into another terminal):\n\n"
                                        + curl(file)
                                : "Post signals to %s/KEY; the keys of your strategies are among the credentials, as webhook.key.NAME"
                                        .formatted(credentials.webhookUrl()));
    }

    /// Reads the key from the file, so that it works as printed and shows nothing.
    static String curl(Path file) {
        String quoted = quoted(file.toString());
        return "curl -sS \"$(sed -n 's/^webhook.url=//p' %1$s)/$(sed -n 's/^webhook.key=//p' %1$s)\" -H 'Content-Type: application/json' -d '{\"ticker\": \"AAPL\", \"action\": \"buy\", \"price\": \"190\"}'"
                .formatted(quoted);
    }

    /// As one word of a shell's command line.
    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9/._+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
