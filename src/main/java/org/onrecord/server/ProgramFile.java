// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The jar that the process runs from. If it is overwritten in place, classes can no longer be loaded; if it is replaced by
 * a rename, the process keeps the old file.
 *
 * @param path of the jar
 * @param opened its attributes when it was opened
 */
record ProgramFile(Path path, BasicFileAttributes opened) {
    /** Whether the jar of a class was overwritten; never true for a folder of classes. */
    static BooleanSupplier overwritten(Class<?> loaded) {
        try {
            Path path = Path.of(
                    loaded.getProtectionDomain().getCodeSource().getLocation().toURI());
            Optional<ProgramFile> jar = Files.isRegularFile(path) ? Optional.of(of(path)) : Optional.empty();
            return () -> jar.map(ProgramFile::overwritten).orElse(false);
        } catch (URISyntaxException | IOException e) {
            return () -> false;
        }
    }

    static ProgramFile of(Path path) throws IOException {
        return new ProgramFile(path, Files.readAttributes(path, BasicFileAttributes.class));
    }

    /** Whether the same file has changed. */
    boolean overwritten() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return Objects.equals(now.fileKey(), opened.fileKey())
                    && (now.size() != opened.size() || !now.lastModifiedTime().equals(opened.lastModifiedTime()));
        } catch (IOException e) {
            return false;
        }
    }
}
