package com.mathematricks.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("com.mathematricks.dashboard");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("com.mathematricks.dashboard.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void knowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.mathematricks.collector..",
                        "com.mathematricks.engine..",
                        "com.mathematricks.notifier..")
                .check(CLASSES);
    }

    @Test
    void injectsThroughConstructors() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    }

    @Test
    void namesHaveNoEmptyEndings() {
        classes().should().haveNameNotMatching(".*(Impl|Manager|Helper|Utils|Dto)").check(CLASSES);
    }

    @Test
    void pagesPrintNothingUnescapedAndHoldNoScriptOrStyle() throws IOException {
        List<Path> templates;
        try (var files = Files.list(Path.of("src/main/resources/dashboard/templates"))) {
            templates = files.toList();
        }
        assertThat(templates).hasSizeGreaterThan(4);
        for (Path template : templates) {
            assertThat(Files.readString(template))
                    .as(template.toString())
                    .doesNotContain("utext")
                    .doesNotContain("[(")
                    .doesNotContainPattern("<script(?! src=\"/[^\"]+\" defer></script>)")
                    .doesNotContain("<style")
                    .doesNotContain("style=")
                    .doesNotContainPattern("\\son[a-z]+=");
        }
    }
}
