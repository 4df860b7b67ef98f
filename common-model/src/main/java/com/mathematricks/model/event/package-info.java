/// What happened, as told to the outside. Every event is derived from the engine's journal.
@NullMarked
package com.mathematricks.model.event;

import org.jspecify.annotations.NullMarked;
