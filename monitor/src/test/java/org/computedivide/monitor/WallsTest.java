package org.computedivide.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the modules; all of them are on this module's class path. */
@AnalyzeClasses(packages = "org.computedivide", importOptions = DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule PRODUCERS_KNOW_NO_OTHER_PART = noClasses()
            .that()
            .resideInAPackage("org.computedivide.producers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.computedivide.streams..", "org.computedivide.sinks..", "org.computedivide.monitor..");

    @ArchTest
    static final ArchRule STREAMS_KNOW_NO_OTHER_PART = noClasses()
            .that()
            .resideInAPackage("org.computedivide.streams..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.computedivide.producers..", "org.computedivide.sinks..", "org.computedivide.monitor..");

    @ArchTest
    static final ArchRule SINKS_KNOW_NO_OTHER_PART = noClasses()
            .that()
            .resideInAPackage("org.computedivide.sinks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.computedivide.producers..", "org.computedivide.streams..", "org.computedivide.monitor..");

    @ArchTest
    static final ArchRule RULES_KNOW_NO_KAFKA = noClasses()
            .that()
            .resideInAPackage("org.computedivide.streams.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
