// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.nio.file.Path;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.Seal;
import org.onrecord.source.Home;
import org.onrecord.validation.ReportFormat;

/** Build step: validates the project and writes the seal of the release before packaging. */
public final class Sealing {
    private Sealing() {}

    /**
     * Runs the build step.
     *
     * @param args the home and the folder of class files
     * @throws IllegalStateException if the project does not conform; the message is the report
     */
    public static void main(String[] args) {
        Loading loading = new Loader(Home.at(Path.of(args[0])), step -> {}).load();
        if (!(loading instanceof Loading.Ready ready)) {
            throw new IllegalStateException(ReportFormat.TEXT.write(loading.report()));
        }
        Seal.write(Path.of(args[1]), ready.release(), ready.report());
    }
}
