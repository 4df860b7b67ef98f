package com.mathematricks.engine.sizing;

import com.mathematricks.model.money.Quantity;
import java.util.List;

/// What sizing found: a quantity above zero in whole lots, or why there is none.
public sealed interface Size {

    /// The arithmetic, a line per step.
    List<String> lines();

    record Sized(Quantity quantity, List<String> lines) implements Size {}

    record NotSized(String code, String reason, List<String> lines) implements Size {}
}
