// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of stores: a line of Markdown for each, kept in a file of its own so that runs add up. */
final class Matrix {
    private static final Path LINES = Path.of("target/stores/lines");
    private static final Path TABLE = Path.of("target/stores.md");
    private static final String HEAD = """
            | store | version | load, s | quads | equal | in the same order | different | unsupported | all queries, s | reason |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private Matrix() {}

    /** Adds a trial, replacing an earlier one of the same store, and writes the table anew. */
    static String add(Trial trial) {
        try {
            Files.createDirectories(LINES);
            String file = trial.store().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            String line = line(trial);
            Files.writeString(LINES.resolve(file), line);
            Files.writeString(TABLE, HEAD + all());
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String all() throws IOException {
        try (Stream<Path> files = Files.list(LINES)) {
            List<Path> sorted = files.sorted().toList();
            StringBuilder all = new StringBuilder();
            for (Path file : sorted) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    /** The line of a trial. */
    static String line(Trial trial) {
        Store store = trial.store();
        long equal = trial.count(Verdict.Equal.class);
        long ordered = trial.verdicts().values().stream()
                .filter(verdict -> verdict instanceof Verdict.Equal same && same.sameOrder())
                .count();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %d | %d | %d | %d | %d | %.1f | %s |%n",
                store.name(),
                store.version(),
                store.loadSeconds(),
                trial.quads(),
                equal,
                ordered,
                trial.count(Verdict.Different.class),
                trial.count(Verdict.Unsupported.class),
                trial.seconds(),
                reasons(trial));
    }

    private static String reasons(Trial trial) {
        Map<String, String> known = Known.of(trial.store().name());
        Slowness slowness = Slowness.of(trial.store().name());
        Map<String, List<String>> cases = new TreeMap<>();
        trial.faults()
                .forEach((name, fault) -> cases.computeIfAbsent(
                                known.getOrDefault(name, slowness.explains(fault) ? fault : "not known yet"),
                                reason -> new ArrayList<>())
                        .add(name.replace(".tsv", "")));
        return cases.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
