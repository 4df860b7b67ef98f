/// One parser for each wire format that senders use, as `docs/signals.md` describes them. Pure:
/// text or a document in, a reading out; nothing here knows strategies, stores or the engine.
@NullMarked
package com.mathematricks.collector.format;

import org.jspecify.annotations.NullMarked;
