// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.source.Home;

/** A copy of the sample whose first statement is changed, and loaded again, any number of times. */
public final class EditedSample {
    private final Path folder;
    private Loading.Ready current;

    /** Copies the sample to a folder, and loads it. */
    public EditedSample(Path folder) throws IOException {
        this.folder = SampleHome.copy(folder);
        this.current = load(Optional.empty());
    }

    /** The folder of the home. */
    public Path folder() {
        return folder;
    }

    /** What was loaded last. */
    public Loading.Ready ready() {
        return current;
    }

    /** The home after a text was put in front of the content of a statement of an article. */
    public Loading.Ready edit(String article, String text) {
        SampleHome.edit(folder, article, text);
        return reload();
    }

    /** The home as its files are now. */
    public Loading.Ready reload() {
        current = load(Optional.of(current));
        return current;
    }

    private Loading.Ready load(Optional<Loading.Ready> before) {
        return (Loading.Ready) new Loader(Home.at(folder), step -> {}).load(before);
    }
}
