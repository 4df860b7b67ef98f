package com.mathematricks.standalone.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Keeps out of a service what only the others need. Spring configures whatever is on the class
/// path, and here the four services share one.
public final class ForeignParts implements AutoConfigurationImportFilter, EnvironmentAware {

    /// Starts of the names of auto-configurations that a service does without.
    static final String PROPERTY = "standalone.without";

    private List<String> without = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        without =
                Binder.get(environment)
                        .bind(PROPERTY, Bindable.listOf(String.class))
                        .orElse(List.of());
    }

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        var matches = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            @Nullable String name = names[i];
            matches[i] = name == null || without.stream().noneMatch(name::startsWith);
        }
        return matches;
    }
}
