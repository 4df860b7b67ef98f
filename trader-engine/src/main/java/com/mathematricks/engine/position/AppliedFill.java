package com.mathematricks.engine.position;

import com.mathematricks.model.money.Money;

/// What a fill did to a position.
///
/// @param realized gross P&L of what it closed, in the quote currency; zero where it only opened
/// @param paid value that it bought (above zero) or sold (below zero), in the quote currency,
///   rounded as cash is
public record AppliedFill(Position position, Money realized, Money paid) {}
