package com.mathematricks.collector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses COLLECTOR =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("com.mathematricks.collector");

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("com.mathematricks.collector.(*)..")
                .should()
                .beFreeOfCycles()
                .check(COLLECTOR);
    }

    @Test
    void readsNoMessageFromTheWorld() {
        noClasses()
                .that()
                .resideInAPackage("..format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "java.net..")
                .check(COLLECTOR);
    }

    @Test
    void speaksHttpOnlyAtItsEdges() {
        noClasses()
                .that()
                .resideInAnyPackage("..inbox..", "..strategy..", "..format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..", "java.net.http..", "..webhook..", "..relay..")
                .check(COLLECTOR);
    }

    @Test
    void asksNoClockButTheInjectedOne() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CollectorConfiguration")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(COLLECTOR);
    }

    @Test
    void namesNothingByItsPattern() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils|Dto)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(COLLECTOR);
    }
}
