package com.mathematricks.dashboard.security;

import com.mathematricks.service.security.InternalToken;
import com.mathematricks.service.security.InternalTokenFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Health, login and the two files that the login page needs are open; everything else is closed.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiToken.class, OwnerPassword.class})
class SecurityConfiguration {

    /// Nothing but what lies here: files of our own, and no script or style within a page.
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
                    + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    OwnerLogin ownerLogin(OwnerPassword password, Clock clock) {
        return new OwnerLogin(password, new LoginThrottle(clock));
    }

    /// Health for all; the rest, the metrics, for whoever has the internal token. Where the
    /// dashboard has none, for nobody.
    @Bean
    @Order(0)
    SecurityFilterChain actuator(HttpSecurity http, ObjectProvider<InternalToken> token) {
        return http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::strict)
                .addFilterBefore(
                        new InternalTokenFilter(
                                token.getIfAvailable(), List.of("/actuator/health")),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiToken token) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::strict)
                .addFilterAfter(new RequestSize(), HeaderWriterFilter.class)
                .addFilterBefore(new ApiTokenFilter(token), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, OwnerLogin owner) {
        return http.authenticationProvider(owner)
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/login", "/style.css", "/icon.svg")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(login ->
                        login.loginPage("/login")
                                .successHandler((request, response, _) ->
                                        response.sendRedirect(WayBack.afterLogin(request)))
                                .failureHandler(WayBack::afterFailure))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(WayBack::toLogin))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .headers(SecurityConfiguration::strict)
                .addFilterAfter(new RequestSize(), HeaderWriterFilter.class)
                .build();
    }

    /// An address that is refused unread passes none of the above.
    @Bean
    RequestRejectedHandler unreadable() {
        return (_, response, _) -> {
            response.setHeader("Content-Security-Policy", CONTENT);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    /// In a cookie, so that a stranger who looks at the login page leaves no session behind.
    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("trader-csrf");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=()"))
                .crossOriginOpenerPolicy(opener ->
                        opener.policy(
                                org.springframework.security.web.header.writers
                                        .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy
                                        .SAME_ORIGIN));
    }
}
