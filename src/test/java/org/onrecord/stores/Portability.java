// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Asks a store that is already running and loaded the whole catalogue: {@code NAME VERSION LOAD-SECONDS ENDPOINT}; or writes
 * the dump: {@code dump FOLDER}. Names of cases after that narrow the catalogue, and then nothing is added to the matrix. Exit
 * 1 if a query gave other rows, or the store does not hold every quad.
 */
final class Portability {
    private Portability() {}

    /** The program. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("dump")) {
            System.out.println(Project.dump(Files.createDirectories(Path.of(arguments[1]))));
            return;
        }
        Store store = new Store(
                arguments[0], arguments[1], Double.parseDouble(arguments[2]), URI.create(arguments[3]));
        List<String> wanted = List.of(arguments).subList(4, arguments.length);
        Trial trial = Trial.of(store, wanted.isEmpty() ? name -> true : name -> wanted.stream().anyMatch(name::startsWith));
        System.out.print(wanted.isEmpty() ? Matrix.add(trial) : Matrix.line(trial));
        trial.faults().forEach((name, fault) -> System.out.println("  " + name + ": " + fault));
        boolean whole = trial.quads() == Project.quads();
        if (!whole) {
            System.out.printf("  counts %d quads, the dump has %d%n", trial.quads(), Project.quads());
        }
        System.exit(whole && trial.count(Verdict.Different.class) == 0 ? 0 : 1);
    }
}
