package com.mathematricks.engine.book;

import com.mathematricks.model.control.ControlOutcome;

/// What was answered to a command, so that the same command is never executed twice.
public record CommandAnswer(String command, ControlOutcome outcome) {}
