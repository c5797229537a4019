// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.onrecord.curation.HomeEdit;
import org.onrecord.sheet.Sheets;
import org.onrecord.source.Home;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options {@code --home DIR} and {@code --articles DIR} of commands that change a home. */
public final class CodingOptions {
    @Mixin
    private HomeFolder home;

    @Option(
            names = "--articles",
            paramLabel = "DIR",
            description = "The folder of article texts. Default: texts/ in the home.")
    private @Nullable Path articles;

    /** The folder of the home. */
    Path folder() {
        return home.path();
    }

    /** The folder of texts. */
    Path texts() {
        return articles == null ? home.path().resolve("texts") : articles;
    }

    /**
     * The files of the home, for a change.
     *
     * @throws org.onrecord.source.UnreadableFileException if the folder is not a home
     */
    HomeEdit edit() {
        return new HomeEdit(Home.at(home.path()));
    }

    /** The sheets of the home. */
    Sheets sheets() {
        return new Sheets(edit(), texts());
    }
}
