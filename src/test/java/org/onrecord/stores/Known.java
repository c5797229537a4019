// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a store is known to do otherwise, and why: a line {@code STORE TAB CASE TAB REASON} of
 * {@code src/test/resources/stores/known.tsv} for each case. The reason also stands as a comment in the question's file.
 */
final class Known {
    private static final Path FILE = Path.of("src/test/resources/stores/known.tsv");

    private Known() {}

    /** File name of a case to the reason, for one store. */
    static Map<String, String> of(String store) {
        Map<String, String> reasons = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(FILE)) {
                String[] cells = line.split("\t", -1);
                if (cells[0].equals(store)) {
                    reasons.put(cells[1] + ".tsv", cells[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reasons;
    }
}
