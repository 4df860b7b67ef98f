/// Which ports are free, and who has those that are not.
@NullMarked
package com.mathematricks.standalone.port;

import org.jspecify.annotations.NullMarked;
