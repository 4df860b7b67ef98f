package com.mathematricks.dashboard.security;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where to go after the login: only to a path of this server. `//host` and `/\host` are other
/// servers to a browser, which also drops tabs and line ends.
final class LocalPath {

    static final String START = "/";

    private static final Pattern LOCAL = Pattern.compile("/(?!/)[^\\\\\\p{Cntrl}]{0,1000}");

    private LocalPath() {}

    static String orStart(@Nullable String path) {
        return path != null && LOCAL.matcher(path).matches() ? path : START;
    }
}
