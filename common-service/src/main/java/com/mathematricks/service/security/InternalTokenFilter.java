package com.mathematricks.service.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
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
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
