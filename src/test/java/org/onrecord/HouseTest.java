// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The architecture: the imports between packages, as the root package's documentation lists them, and rules for every file. */
class HouseTest {
    private static final String ROOT = "org.onrecord";
    private static final Path SOURCES = Path.of("src/main/java/org/onrecord");
    private static final Pattern ROW = Pattern.compile("(?m)^ \\* (\\w+) +: (.*)$");
    private static final int MOST_LINES = 300;
    private static final int MOST_TYPES = 20;

    /**
     * Classes with fields that change: those that one thread uses, like the engine, because a query takes millions of steps;
     * and the log of changes and the store of search indexes, whose methods are synchronized.
     */
    private static final Set<String> OF_ONE_THREAD = Set.of(
            "TurtleWriter",
            "Counter",
            "Budget",
            "Place",
            "Tokens",
            "Charge",
            "PatternMatching",
            "HomeEdit",
            "PartJoiner",
            "KafkaSource",
            "KafkaPublisher",
            "ChangeLog",
            "SearchStore",
            "Follower",
            "HttpSource",
            "Steps");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);

    @Test
    void importsWhatTheTableNamesAndNothingElse() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass from : CLASSES) {
            if (!part(from).isEmpty()) {
                Set<String> row = found.computeIfAbsent(part(from), part -> new TreeSet<>());
                from.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> part(dependency.getTargetClass()))
                        .filter(to -> !to.isEmpty() && !to.equals(part(from)))
                        .forEach(row::add);
            }
        }
        assertThat(found).isEqualTo(table());
    }

    @Test
    void hasNoCycleBetweenAnyPackages() {
        slices().matching("(org.onrecord..)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void usesEachTypeNameOnce() {
        Map<String, List<String>> names = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        names.values().removeIf(list -> list.size() == 1);
        assertThat(names).isEmpty();
    }

    @Test
    void keepsForeignTypesInTheirPackages() {
        onlyIn(List.of("http", "sparql", "site", "server"), "jakarta.servlet..");
        onlyIn(List.of("http", "server"), "org.eclipse.jetty..");
        onlyIn(List.of("server"), "org.apache.jena.fuseki..");
        onlyIn(List.of("site"), "gg.jte..");
        onlyIn(List.of("cli"), "picocli..");
    }

    @Test
    void printsAndExitsOnlyOnTheCommandLine() {
        noClasses()
                .that(describe(
                        "are not cli or Main",
                        type -> !part(type).equals("cli")
                                && !type.getSimpleName().equals("Main")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void isFinalThroughout() {
        classes()
                .that(describe(
                        "are neither interfaces, enums nor generated",
                        type -> !type.isInterface()
                                && !type.isEnum()
                                && !type.isAnonymousClass()
                                && !type.getSimpleName().equals("package-info")))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
        fields().that()
                .areNotStatic()
                .and(describe(
                        "are not set by picocli",
                        field -> field.getAnnotations().isEmpty()))
                .and(describe(
                        "do not belong to what one thread fills or counts",
                        field -> !OF_ONE_THREAD.contains(field.getOwner().getSimpleName())
                                && !part(field.getOwner()).equals("engine")))
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void hasNoPackageWithoutAMeaning() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..model..", "..impl..", "..helper..")
                .check(CLASSES);
    }

    @Test
    void keepsFilesAndPackagesSmall() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).toList())
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES));
        }
        Map<String, Long> types = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(types).allSatisfy((name, count) -> assertThat(count).isLessThanOrEqualTo(MOST_TYPES));
    }

    private static void onlyIn(List<String> parts, String... packages) {
        noClasses()
                .that(describe("are not in " + parts, type -> !parts.contains(part(type))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }

    /** The first package name below the root; empty for the root itself and for foreign classes. */
    private static String part(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
    }

    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(SOURCES.resolve("package-info.java")));
        while (row.find()) {
            table.put(
                    row.group(1),
                    Arrays.stream(row.group(2).trim().split(" +"))
                            .filter(part -> !part.equals("-"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return table;
    }
}
