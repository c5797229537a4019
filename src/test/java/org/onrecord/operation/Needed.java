// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A program of the system's that a test cannot do without. */
final class Needed {
    private Needed() {}

    /** Where it is; where it is missing the test is skipped, or fails where CI is true. */
    static Path program(String name, String debianPackage) {
        return Stream.of("/usr/sbin", "/usr/bin", "/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(name, debianPackage));
    }

    private static Path missing(String name, String debianPackage) {
        String message = "'" + name + "' is not installed; the package is " + debianPackage;
        return "true".equals(System.getenv("CI")) ? fail(message) : abort("skipped: " + message);
    }
}
