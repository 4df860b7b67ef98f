package com.mathematricks.collector.format;

import com.mathematricks.model.signal.SignalLeg;
import java.util.List;

/// What one format's parser made of a message.
record Message(Header header, List<SignalLeg> legs) {}
