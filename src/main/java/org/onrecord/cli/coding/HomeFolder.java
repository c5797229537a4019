// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --home DIR} of commands that change a home. */
public final class HomeFolder {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The home: a folder with data/. Default: the current folder.")
    private Path home;

    /** The folder of the home. */
    Path path() {
        return home;
    }
}
