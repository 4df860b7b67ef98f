/// The secrets of one installation, made once and kept in one file.
@NullMarked
package com.mathematricks.standalone.credentials;

import org.jspecify.annotations.NullMarked;
