// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Asks a store that is already running and loaded: {@code NAME VERSION LOAD-SECONDS ENDPOINT [CASE...]}. Names of cases
 * narrow the catalogue, and then nothing is added to the matrix. Exit 1 if a case gave other rows or an error and is not
 * {@link Known}, or if the store does not hold every quad; a query that takes too long is told, and no fault.
 */
final class Portability {
    private Portability() {}

    /** The program. */
    public static void main(String[] arguments) {
        Store store = new Store(arguments[0], arguments[1], Double.parseDouble(arguments[2]), URI.create(arguments[3]));
        List<String> wanted = List.of(arguments).subList(4, arguments.length);
        Trial trial = Trial.of(
                store, wanted.isEmpty() ? name -> true : name -> wanted.stream().anyMatch(name::startsWith));
        System.out.print(wanted.isEmpty() ? Matrix.add(trial) : Matrix.line(trial));
        Map<String, String> known = Known.of(store.name());
        trial.faults()
                .forEach((name, fault) -> System.out.println("  "
                        + (known.containsKey(name) || Trial.slow(fault) ? "known: " : "NEW: ") + name + ": " + fault));
        if (wanted.isEmpty()) {
            known.keySet().stream()
                    .filter(name -> !trial.faults().containsKey(name))
                    .forEach(name -> System.out.println("  no longer: " + name + "; strike it off the known ones"));
        }
        boolean whole = trial.quads() == Project.quads();
        if (!whole) {
            System.out.printf("  counts %d quads, the dump has %d%n", trial.quads(), Project.quads());
        }
        boolean expected = trial.faults().entrySet().stream()
                .allMatch(fault -> known.containsKey(fault.getKey()) || Trial.slow(fault.getValue()));
        System.exit(whole && expected ? 0 : 1);
    }
}
