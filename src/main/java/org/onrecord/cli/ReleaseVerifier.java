// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onrecord.release.dump.Bounds;
import org.onrecord.release.dump.ReleaseCheck;
import org.onrecord.release.dump.ScratchFolder;
import org.onrecord.source.UnreadableFileException;
import picocli.CommandLine;

/** Verifies releases for {@code verify --release}. */
public final class ReleaseVerifier {
    private ReleaseVerifier() {}

    /**
     * Verifies the release in a folder and prints the result.
     *
     * @return an {@link ExitCode}
     * @throws UnreadableFileException if the folder contains no release, or cannot be read
     */
    public static int verify(Path folder, CommandLine command) {
        if (!Files.exists(folder)) {
            throw new UnreadableFileException(folder.toString(), "use a folder written by 'export --to'");
        }
        ReleaseCheck.Result result = check(folder);
        PrintWriter out = command.getOut();
        result.faults().forEach(out::println);
        out.printf(
                "'%s': %s: %d quads in %d graphs; %d files agree%n%s%s",
                folder,
                result.holds() ? "verified" : "not verified",
                result.quads(),
                result.release().graphs().size(),
                result.same().size(),
                result.summed().isEmpty() ? "" : "checksum only: " + String.join(", ", result.summed()) + "\n",
                result.quads() == 0 ? "" : "release " + result.release().hash() + "\n");
        out.flush();
        return result.holds() ? ExitCode.DONE : ExitCode.WRONG;
    }

    private static ReleaseCheck.Result check(Path folder) {
        try (ScratchFolder work = ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "onrecord-verify-")) {
            return new ReleaseCheck(folder, work.path(), Bounds.DEFAULTS.memory()).verify();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot create a temporary folder: " + e
                            + "; check disk space and permissions, or set -Djava.io.tmpdir",
                    e);
        }
    }
}
