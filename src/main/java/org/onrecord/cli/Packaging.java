// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.Snapshot;
import org.onrecord.source.Home;
import org.onrecord.validation.ReportFormat;

/** Build step: validates the project and writes the snapshot that is packaged with it. */
public final class Packaging {
    private Packaging() {}

    /**
     * Runs the build step.
     *
     * @param args the home and the folder of class files
     * @throws IllegalStateException if the project does not conform; the message is the report
     */
    public static void main(String[] args) throws IOException {
        Loading loading = new Loader(Home.at(Path.of(args[0])), step -> {}).load();
        if (!(loading instanceof Loading.Ready ready)) {
            throw new IllegalStateException(ReportFormat.TEXT.write(loading.report()));
        }
        Snapshot.writeBundled(ready, Path.of(args[1]));
    }
}
