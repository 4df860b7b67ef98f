package com.mathematricks.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.util.UriComponentsBuilder;

/// To the login and back to the page that was asked for. The way back travels in the address and
/// the form, so that a stranger's request leaves nothing behind here.
final class WayBack {

    static final String PARAMETER = "to";

    private WayBack() {}

    static void toLogin(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException unused)
            throws IOException {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean page = request.getMethod().equals("GET");
        response.sendRedirect(login(page ? wanted : LocalPath.START, ""));
    }

    static void afterFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        String what =
                failure instanceof LoginThrottledException throttled
                        ? "wait=" + throttled.seconds()
                        : "wrong";
        response.sendRedirect(login(request.getParameter(PARAMETER), what));
    }

    static String afterLogin(HttpServletRequest request) {
        return LocalPath.orStart(request.getParameter(PARAMETER));
    }

    private static String login(String to, String what) {
        var login = UriComponentsBuilder.fromPath("/login");
        String local = LocalPath.orStart(to);
        if (!local.equals(LocalPath.START)) {
            login.queryParam(PARAMETER, "{to}");
        }
        String path = login.encode().buildAndExpand(local).toUriString();
        if (what.isEmpty()) {
            return path;
        }
        return path + (path.contains("?") ? "&" : "?") + what;
    }
}
