package com.mathematricks.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The keys below `trader.engine`.
///
/// @param instrumentsFile more instruments, in the form of the built-in table
/// @param feesFile other paper fees, in the form of the built-in table
/// @param eventsConfirmed false where the event binder has no broker that confirms
/// @param dataFolder where the store keeps its files, if that is on this machine: with less than 1
///   GiB free there, nothing is opened any more
/// @param rebuild true: the derived collections are dropped and made again from the journal before
///   signals are taken
@ConfigurationProperties("trader.engine")
public record EngineSettings(
        @Nullable Path instrumentsFile,
        @Nullable Path feesFile,
        @Nullable Path dataFolder,
        @DefaultValue("true") boolean eventsConfirmed,
        @DefaultValue("false") boolean rebuild) {}
