package com.mathematricks.standalone.command;

import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mathematricks.notifier.telegram.Update;
import com.mathematricks.standalone.folder.DataFolder;
import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The file `telegram.yml` of a data folder, which holds the token and so is its owner's only.
final class TelegramFile {

    private TelegramFile() {}

    /// One that is there is kept beside it as `telegram.yml.old`.
    static Path write(Path folder, String token, URI url, Update.Sender sender) {
        Path file = folder.resolve(DataFolder.TELEGRAM).toAbsolutePath().normalize();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text(token, url, sender));
            if (Files.exists(file)) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".old"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw CommandFailedException.because(
                    "cannot write %s (%s): make the folder writable for this user, or choose another with --data"
                            .formatted(file, e.getClass().getSimpleName()));
        }
    }

    private static String text(String token, URI url, Update.Sender sender) {
        String address =
                url.equals(TelegramSettings.PUBLIC) ? "" : "    url: \"%s\"\n".formatted(url);
        return """
        # Whom the notifier writes to, and whose commands it takes; docs/telegram.md explains it.
        trader:
          telegram:
        %s    token: "%s"
            chats: [%d]
            users: [%d]
        """
                .formatted(address, token, sender.chat(), sender.user());
    }
}
