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
 * A jar that the process has open. If it is overwritten in place, its classes and files cannot be read any more; if it is
 * replaced by another file of the same name, the process keeps the old one.
 *
 * @param path where it is
 * @param opened what the system told of it when it was opened
 */
record ProgramFile(Path path, BasicFileAttributes opened) {
    /** Whether the jar that a class was loaded from is overwritten; never true for a folder of classes. */
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

    /** Whether the same file has another content now. */
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
