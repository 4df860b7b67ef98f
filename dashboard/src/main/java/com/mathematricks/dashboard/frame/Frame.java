package com.mathematricks.dashboard.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// What the layout has to know of a request, asked when the page is written: only then it is known
/// who asks.
///
/// @param demo everything shown is scripted
public record Frame(HttpServletRequest request, boolean demo) {

    /// Names that a browser resolves to its own machine, also at the end of an SSH tunnel.
    private static final Pattern OWN_MACHINE =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[?::1]?|\\[?[0:]+:1]?");

    /// Others on the way can read and change what passes.
    public boolean insecure() {
        return !request.isSecure() && !OWN_MACHINE.matcher(request.getServerName()).matches();
    }

    public boolean signedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.isAuthenticated()
                && !(who instanceof AnonymousAuthenticationToken);
    }
}
