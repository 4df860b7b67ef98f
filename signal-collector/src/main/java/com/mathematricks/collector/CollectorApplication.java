package com.mathematricks.collector;

import com.mathematricks.service.security.InternalToken;
import com.mathematricks.service.store.StoreConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/// The signal collector as a process of its own.
@SpringBootApplication
@Import(StoreConfiguration.class)
@EnableConfigurationProperties(InternalToken.class)
public class CollectorApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "signal-collector");
        SpringApplication.run(CollectorApplication.class, args);
    }
}
