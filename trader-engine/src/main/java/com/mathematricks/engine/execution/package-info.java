/// What a broker's report does to orders, positions and money, and which waiting step may go next.
/// Pure.
@NullMarked
package com.mathematricks.engine.execution;

import org.jspecify.annotations.NullMarked;
