package com.mathematricks.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house that a compiler does not know.
class ArchitectureTest {

    private static final String BASE = "com.mathematricks.engine";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(BASE);

    /// Values in, decisions out.
    private static final String[] CORE =
            Stream.of(
                            "order",
                            "position",
                            "account",
                            "book",
                            "decision",
                            "sizing",
                            "risk",
                            "execution",
                            "control",
                            "loss",
                            "command",
                            "performance",
                            "calendar",
                            "journal")
                    .map(name -> BASE + "." + name)
                    .toArray(String[]::new);

    @Test
    void coreKnowsNoFrameworkStoreOrNetwork() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "org.bson..",
                        "java.net..",
                        "jakarta..",
                        "com.mathematricks.service..")
                .check(CLASSES);
    }

    @Test
    void riskAndSizingNeverSeeABroker() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".risk", BASE + ".sizing", BASE + ".decision")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".broker..")
                .check(CLASSES);
    }

    @Test
    void oneBrokerIsKnownByTheApplicationAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".broker..", BASE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".broker.paper..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheApplicationMakesAClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(EngineApplication.class.getName())
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .check(CLASSES);
    }

    @Test
    void coreCountsInDecimals() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(CORE)
                .should()
                .notHaveRawType(isBinaryFraction())
                .check(CLASSES);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(CORE)
                .should(useNoBinaryFraction())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> isBinaryFraction() {
        Set<String> names = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        return DescribedPredicate.describe(
                "double or float", type -> names.contains(type.getFullName()));
    }

    private static ArchCondition<JavaMethod> useNoBinaryFraction() {
        return new ArchCondition<>("use no double or float") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean uses =
                        isBinaryFraction().test(method.getRawReturnType())
                                || method.getRawParameterTypes().stream()
                                        .anyMatch(isBinaryFraction())
                                || method.getMethodCallsFromSelf().stream()
                                        .anyMatch(call ->
                                                isBinaryFraction()
                                                        .test(call.getTarget().getRawReturnType()));
                events.add(new SimpleConditionEvent(method, !uses, method.getFullName()));
            }
        };
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .orShould()
                .haveNameMatching(".*\\.(Base|I)[A-Z][a-z]\\w*")
                .check(CLASSES);
    }
}
