/// What a person asks the engine to do, through the collection `control_commands`: written by the
/// dashboard and the notifier, executed and answered by the engine.
@NullMarked
package com.mathematricks.model.control;

import org.jspecify.annotations.NullMarked;
