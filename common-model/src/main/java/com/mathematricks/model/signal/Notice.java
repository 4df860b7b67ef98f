package com.mathematricks.model.signal;

import com.mathematricks.model.settings.StrategyName;
import org.jspecify.annotations.Nullable;

/// What another service wants journalled and told: a reused id, a gap in a chain of alerts.
///
/// @param id makes a notice that is posted again the same notice
/// @param service who reports, for example `signal-collector`
/// @param code stable, for example `ID_REUSED`
/// @param text for a person, without secrets
public record Notice(
        String id, String service, String code, String text, @Nullable StrategyName strategy) {}
