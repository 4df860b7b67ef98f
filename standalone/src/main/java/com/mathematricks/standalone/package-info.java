/// The whole suite in one process, for who wants to start with one command.
@NullMarked
package com.mathematricks.standalone;

import org.jspecify.annotations.NullMarked;
