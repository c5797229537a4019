// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.source.Home;
import picocli.CommandLine.Option;

/** The option {@code --home DIR}, shared by every command that reads the project. */
public final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Read ontology/, data/ and queries/ from this folder, not from the copy in the program.")
    private @Nullable Path dir;

    /** The folder that the user named. */
    Optional<Path> folder() {
        return Optional.ofNullable(dir);
    }

    /**
     * The home that the user named, or the bundled one.
     *
     * @throws org.onrecord.source.UnreadableFileException if the named folder is not a home
     */
    public Home home() {
        return dir == null ? Home.bundled() : Home.at(dir);
    }
}
