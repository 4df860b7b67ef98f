package com.mathematricks.service.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// For services that do their work without the internal token: they know it only where it is set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("trader.internal-token")
@EnableConfigurationProperties(InternalToken.class)
public class InternalTokenWhereSet {}
