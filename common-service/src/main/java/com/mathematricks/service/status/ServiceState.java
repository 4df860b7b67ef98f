package com.mathematricks.service.status;

/// @param health `UP`, `DEGRADED`, `DOWN` or another word of the service's health, for example
///   `REPLACED`
/// @param lastDid for a person: the last thing of note, with its time
public record ServiceState(String health, String lastDid) {}
