package com.mathematricks.service.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets only requests with the internal token in, but for the paths that a service leaves open.
public final class InternalTokenFilter extends OncePerRequestFilter {

    private final @Nullable InternalToken token;
    private final List<String> openPaths;

    /// @param token null where none is set: then nobody is let in
    /// @param openPaths starts of the paths that need no token, for example `/webhook`
    public InternalTokenFilter(@Nullable InternalToken token, List<String> openPaths) {
        this.token = token;
        this.openPaths = List.copyOf(openPaths);
    }

    private boolean isOpen(HttpServletRequest request) {
        String path = request.getServletPath();
        return openPaths.stream()
                .anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && token != null && token.matches(header)) {
            // An open path may tell more to whoever has it, as health does.
            chain.doFilter(new Known(request), response);
        } else if (isOpen(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /// Of somebody who has the token.
    private static final class Known extends HttpServletRequestWrapper {

        Known(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> "internal";
        }
    }
}
