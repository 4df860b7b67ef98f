/// The running suite, as one process on the embedded store or as four on real servers: start it,
/// kill parts of it, start them again, read its logs.
@NullMarked
package com.mathematricks.system.suite;

import org.jspecify.annotations.NullMarked;
