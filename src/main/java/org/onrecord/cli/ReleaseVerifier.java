// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onrecord.release.dump.Bounds;
import org.onrecord.release.dump.ReleaseCheck;
import org.onrecord.release.dump.ReleaseProof;
import org.onrecord.release.dump.ScratchFolder;
import org.onrecord.source.UnreadableFileException;
import picocli.CommandLine;

/** Proves releases for {@code verify --release}. */
public final class ReleaseVerifier {
    private ReleaseVerifier() {}

    /**
     * Proves the release in a folder and prints what came of it.
     *
     * @return an {@link ExitCode}
     * @throws UnreadableFileException if the folder holds no release, or cannot be read
     */
    public static int verify(Path folder, CommandLine command) {
        if (!Files.exists(folder)) {
            throw new UnreadableFileException(folder.toString(), "give a folder that 'export --to' wrote");
        }
        ReleaseProof proof = check(folder);
        PrintWriter out = command.getOut();
        proof.faults().forEach(out::println);
        out.printf(
                "'%s': %s: %d quads in %d graphs; %d files say the same%n%s%s",
                folder,
                proof.holds() ? "proved" : "not proved",
                proof.quads(),
                proof.release().graphs().size(),
                proof.same().size(),
                proof.summed().isEmpty() ? "" : "by checksum only: " + String.join(", ", proof.summed()) + "\n",
                proof.quads() == 0 ? "" : "release " + proof.release().hash() + "\n");
        out.flush();
        return proof.holds() ? ExitCode.DONE : ExitCode.WRONG;
    }

    private static ReleaseProof check(Path folder) {
        try (ScratchFolder work = ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "onrecord-verify-")) {
            return new ReleaseCheck(folder, work.path(), Bounds.DEFAULTS.memory()).prove();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No temporary folder could be made: " + e
                            + "; check the space and the rights, or set -Djava.io.tmpdir",
                    e);
        }
    }
}
