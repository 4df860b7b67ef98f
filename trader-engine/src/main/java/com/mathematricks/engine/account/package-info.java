/// The money of an account.
@NullMarked
package com.mathematricks.engine.account;

import org.jspecify.annotations.NullMarked;
