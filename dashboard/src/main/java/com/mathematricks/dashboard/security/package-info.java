/// Who may see what: the owner by password and session, programs by token, nobody else.
@NullMarked
package com.mathematricks.dashboard.security;

import org.jspecify.annotations.NullMarked;
