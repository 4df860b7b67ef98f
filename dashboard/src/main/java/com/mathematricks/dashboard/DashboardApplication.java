package com.mathematricks.dashboard;

import com.mathematricks.service.security.InternalTokenWhereSet;
import com.mathematricks.service.store.StoreConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

@SpringBootApplication
@Import({StoreConfiguration.class, InternalTokenWhereSet.class})
public class DashboardApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(DashboardApplication.class)
                .properties("spring.config.name=dashboard")
                .run(args);
    }
}
