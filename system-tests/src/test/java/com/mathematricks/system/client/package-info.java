/// The two ways to talk to the suite: its webhook and its read API.
@NullMarked
package com.mathematricks.system.client;

import org.jspecify.annotations.NullMarked;
