// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.IOConsumer;
import org.onrecord.release.form.Manifest;
import org.onrecord.source.Reason;

/** The target folder of a release. Files are written to a temporary folder, which then replaces the target. */
public final class ReleaseFolder {
    private final Path place;

    private ReleaseFolder(Path place) {
        this.place = place;
    }

    /** The target is not an earlier export. */
    public static final class OccupiedException extends RuntimeException {
        OccupiedException(String message) {
            super(message);
        }
    }

    /**
     * Checks a target.
     *
     * @throws OccupiedException if the target exists and is not an earlier release
     */
    public static ReleaseFolder at(Path named) {
        Path place = named.toAbsolutePath().normalize();
        try {
            if (Files.exists(place)) {
                place = place.toRealPath();
                rejectForeignFolder(place, named.toString().isEmpty() ? place : named);
                if (!Files.isWritable(place)) {
                    throw new AccessDeniedException(place.toString());
                }
            }
            return new ReleaseFolder(place);
        } catch (IOException e) {
            throw failed(named, e);
        }
    }

    private static void rejectForeignFolder(Path place, Path named) throws IOException {
        if (!Files.isDirectory(place)) {
            throw new OccupiedException("'" + named + "' is a file; use a folder");
        }
        List<String> there = names(place);
        if (there.isEmpty()) {
            return;
        }
        if (!there.contains(Manifest.NAME) || !there.contains(Checksums.NAME)) {
            throw new OccupiedException(
                    "'" + named + "' is not empty and not an earlier export; use another or an empty folder");
        }
        Set<String> strange = new TreeSet<>(there);
        strange.removeAll(Checksums.read(place).sums().keySet());
        strange.remove(Checksums.NAME);
        if (!strange.isEmpty()) {
            throw new OccupiedException("'" + named + "' contains other files that would be lost: "
                    + String.join(", ", strange) + "; move them, or use another folder");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /**
     * Fills a temporary folder and moves it to the target.
     *
     * @throws UncheckedIOException on failure; the temporary folder is deleted, and the target is unchanged
     */
    public void fill(IOConsumer<Path> writer) {
        try {
            Path parent = Optional.ofNullable(place.getParent()).orElse(place);
            Files.createDirectories(parent);
            try (ScratchFolder part = ScratchFolder.in(parent, "." + place.getFileName() + "-part-")) {
                writer.accept(part.path());
                move(part.path());
            }
        } catch (UncheckedIOException e) {
            throw failed(place, e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (IOException e) {
            throw failed(place, e);
        }
    }

    private void move(Path part) throws IOException {
        if (!Files.exists(place)) {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path old = oldFolder();
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        FileUtils.deleteDirectory(old.toFile());
    }

    private Path oldFolder() {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return place.resolveSibling("." + place.getFileName() + "-old-" + random);
    }

    private static UncheckedIOException failed(Path named, IOException e) {
        return new UncheckedIOException(
                "'" + named + "' could not be written: " + Reason.of(e) + "; check disk space and permissions", e);
    }
}
