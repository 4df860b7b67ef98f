/// What a person types at the terminal, and how it answers when something is wrong.
@NullMarked
package com.mathematricks.standalone.terminal;

import org.jspecify.annotations.NullMarked;
