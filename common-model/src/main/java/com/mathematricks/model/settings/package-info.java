/// Strategies and accounts as their owner set them up; each change is a new version.
@NullMarked
package com.mathematricks.model.settings;

import org.jspecify.annotations.NullMarked;
