// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a store is known to do otherwise, and why: a line {@code STORE TAB CASE TAB REASON} of
 * {@code src/test/resources/stores/known.tsv} for each case. The reason also stands as a comment in the question's file. A
 * case that is right all the same is told, and no fault: some go wrong by some of a store's plans only.
 */
final class Known {
    private static final Path FOLDER = Path.of("src/test/resources/stores");

    private Known() {}

    /** File name of a case to the reason, for one store. */
    static Map<String, String> of(String store) {
        Map<String, String> reasons = new LinkedHashMap<>();
        lines("known.tsv", store).forEach(cells -> reasons.put(cells[1] + ".tsv", cells[2]));
        return reasons;
    }

    /** The lines of a file whose first cell is a store, as cells. */
    static List<String[]> lines(String file, String store) {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(file))) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(cells -> cells[0].equals(store))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
