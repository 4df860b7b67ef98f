/// What crosses a process: value types, the signal, settings and events.
@NullMarked
package com.mathematricks.model;

import org.jspecify.annotations.NullMarked;
