// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Asks a store that is already running and loaded with the sample: {@code NAME VERSION LOAD-SECONDS ENDPOINT [CASE...]}. Names of cases
 * narrow the catalogue, and then nothing is added to the matrix. Exit 1 if a case gave other rows, an error or half an answer
 * and is not {@link Known}, or if the store counts other quads. Time-outs ({@link Slowness}) are only reported.
 */
final class Portability {
    private static final Project PROJECT = Project.sample();

    private Portability() {}

    /** The program. */
    public static void main(String[] arguments) {
        Store store = new Store(arguments[0], arguments[1], Double.parseDouble(arguments[2]), URI.create(arguments[3]));
        List<String> wanted = List.of(arguments).subList(4, arguments.length);
        Trial trial = Trial.of(
                PROJECT,
                store,
                wanted.isEmpty() ? name -> true : name -> wanted.stream().anyMatch(name::startsWith));
        System.out.print(wanted.isEmpty() ? Matrix.add(trial) : Matrix.line(trial));
        if (wanted.isEmpty()) {
            Known.of(store.name()).keySet().stream()
                    .filter(name -> !trial.faults().containsKey(name))
                    .forEach(name -> System.out.println("  right this time: " + name + ", though known to go wrong"));
        }
        boolean expected = answersAsExpected(trial);
        boolean whole = isWhole(trial);
        System.exit(expected && whole ? 0 : 1);
    }

    private static boolean answersAsExpected(Trial trial) {
        Map<String, String> known = Known.of(trial.store().name());
        Slowness slowness = Slowness.of(trial.store().name());
        int news = 0;
        for (Map.Entry<String, String> fault : trial.faults().entrySet()) {
            boolean expected = slowness.explains(fault.getValue()) || known.containsKey(fault.getKey());
            news += expected ? 0 : 1;
            System.out.printf("  %s: %s: %s%n", expected ? "known" : "NEW", fault.getKey(), fault.getValue());
        }
        return news == 0;
    }

    private static boolean isWhole(Trial trial) {
        if (trial.quads() < 0) {
            System.out.println("  did not count its quads in time");
            return true;
        }
        boolean whole = trial.quads() == PROJECT.quads();
        if (!whole) {
            System.out.printf("  counts %d quads, the dump has %d%n", trial.quads(), PROJECT.quads());
        }
        return whole;
    }
}
