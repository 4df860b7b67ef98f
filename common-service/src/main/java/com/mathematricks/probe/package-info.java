/// What a container's health check runs. It stands alone, because an image without a shell has no
/// other program that could ask, and because each check starts a JVM of its own.
@NullMarked
package com.mathematricks.probe;

import org.jspecify.annotations.NullMarked;
