// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.source.Home;
import picocli.CommandLine.Option;

/** The option {@code --home DIR}. */
public final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Read data/ from this folder instead of the bundled copy; also ontology/ and queries/, if it has them.")
    private @Nullable Path dir;

    /** The folder, if given. */
    public Optional<Path> folder() {
        return Optional.ofNullable(dir);
    }

    /**
     * The home in the folder, or the bundled one.
     *
     * @throws org.onrecord.source.UnreadableFileException if the folder is not a home
     */
    public Home home() {
        return dir == null ? Home.bundled() : Home.at(dir);
    }
}
