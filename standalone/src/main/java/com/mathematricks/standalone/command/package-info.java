/// The commands beside a running suite: send a signal, see how things are, begin anew.
@NullMarked
package com.mathematricks.standalone.command;

import org.jspecify.annotations.NullMarked;
