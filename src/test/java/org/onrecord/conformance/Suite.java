// SPDX-License-Identifier: Apache-2.0
package org.onrecord.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A suite of the W3C that is not part of the repository: ONRECORD_CORPORA names the folder that has it in w3c/.
 *
 * @param title what the line of the suite calls it
 * @param cases those to run
 * @param known the cases that do not pass, by the reason
 */
record Suite(String title, List<Case> cases, Map<String, List<String>> known) {

    /** The cases of a manifest; where the folder or the manifest is missing the test is skipped, and says so. */
    static List<Case> cases(String folder) {
        Path manifest = Path.of(
                        Optional.ofNullable(System.getenv("ONRECORD_CORPORA")).orElse("(not set)"))
                .resolve("w3c/" + folder + "/manifest.ttl")
                .toAbsolutePath();
        if (!Files.exists(manifest)) {
            System.out.printf("W3C cases %s: skipped, ONRECORD_CORPORA names no folder with w3c/%1$s%n", folder);
            abort("No file " + manifest);
        }
        return Case.listed(folder, manifest.toUri().toString());
    }

    /** Runs the cases and prints one line; fails if a known case passes, or another one does not. */
    void check(Predicate<Case> passes) {
        List<String> failed =
                cases.stream().filter(passes.negate()).map(Case::id).sorted().toList();
        System.out.printf(
                "W3C %s: %d of %d cases pass; the others: %s%n",
                title,
                cases.size() - failed.size(),
                cases.size(),
                known.entrySet().stream()
                        .map(entry -> String.join(", ", entry.getValue()) + " (" + entry.getKey() + ")")
                        .sorted()
                        .collect(Collectors.joining("; ")));
        assertThat(failed)
                .containsExactlyInAnyOrderElementsOf(
                        known.values().stream().flatMap(List::stream).toList());
    }
}
