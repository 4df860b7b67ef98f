package com.mathematricks.dashboard.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each page its frame, before anything may refuse the request: error pages need it too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FrameFilter extends OncePerRequestFilter {

    private final boolean demo;

    FrameFilter(@Value("${trader.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute("frame", new Frame(request, demo));
        chain.doFilter(request, response);
    }
}
