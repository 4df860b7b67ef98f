package com.mathematricks.dashboard.api;

import com.mathematricks.dashboard.overview.ServiceStatus;
import com.mathematricks.dashboard.overview.Services;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.strategies.ListedStrategy;
import com.mathematricks.dashboard.strategies.Strategies;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The house itself: its strategies, its services, and the description of this API.
@RestController
@RequestMapping("/api/v1")
final class HouseApi {

    static final String DESCRIPTION = "dashboard/openapi.json";

    private final Strategies strategies;
    private final Services services;

    HouseApi(Strategies strategies, Services services) {
        this.strategies = strategies;
        this.services = services;
    }

    @GetMapping("/strategies")
    Page<ListedStrategy> strategies(@RequestParam MultiValueMap<String, String> parameters) {
        return strategies.page(ListQuery.of(parameters, Strategies.LISTING.filters()));
    }

    @GetMapping("/services")
    Page<ServiceStatus> services(@RequestParam MultiValueMap<String, String> parameters) {
        return services.page(ListQuery.of(parameters, Services.LISTING.filters()));
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return new ClassPathResource(DESCRIPTION);
    }
}
