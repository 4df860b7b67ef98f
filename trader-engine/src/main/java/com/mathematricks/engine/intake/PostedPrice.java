package com.mathematricks.engine.intake;

import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.instrument.InstrumentReference;

/// A price as somebody posted it, its instrument not looked up yet.
///
/// @param place in the body: empty, or `[2].` for the third of a list
record PostedPrice(String place, InstrumentReference instrument, KnownPrice price) {}
