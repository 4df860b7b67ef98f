package com.mathematricks.dashboard.security;

import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Knows the owner by the password alone; there is nobody else who could log in.
final class OwnerLogin implements AuthenticationProvider {

    static final String OWNER = "owner";

    private final PasswordEncoder encoder = new BCryptPasswordEncoder();
    private final String hash;
    private final LoginThrottle throttle;

    OwnerLogin(OwnerPassword password, LoginThrottle throttle) {
        this.hash = String.valueOf(encoder.encode(password.password()));
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details
                        ? String.valueOf(details.getRemoteAddress())
                        : "";
        Duration wait = throttle.attempt(address);
        if (wait.isPositive()) {
            throw new LoginThrottledException(wait);
        }
        if (!encoder.matches(String.valueOf(attempt.getCredentials()), hash)) {
            throw new BadCredentialsException("wrong password");
        }
        throttle.succeeded(address);
        return UsernamePasswordAuthenticationToken.authenticated(
                OWNER, null, List.of(new SimpleGrantedAuthority("ROLE_OWNER")));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
