/// The internal token by which our services know each other, and where secrets are read from.
@NullMarked
package com.mathematricks.service.security;

import org.jspecify.annotations.NullMarked;
