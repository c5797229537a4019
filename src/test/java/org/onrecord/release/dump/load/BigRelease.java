// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump.load;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.apache.jena.graph.GraphMemFactory;
import org.onrecord.release.dump.Bounds;
import org.onrecord.release.dump.ReleaseFolder;
import org.onrecord.release.dump.ReleaseWriter;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.Manifest;
import org.onrecord.vocabulary.Format;

/** Exports generated quads. Arguments: folder, millions of quads. */
public final class BigRelease {
    private BigRelease() {}

    public static void main(String[] args) {
        Manifest manifest = new ReleaseWriter(
                        GeneratedDataset.dataset(args[1]),
                        Context.of(GraphMemFactory.createDefaultGraph()),
                        Bounds.DEFAULTS,
                        System.out::println)
                .to(
                        ReleaseFolder.at(Path.of(args[0])),
                        EnumSet.of(Format.NQUADS, Format.TRIG, Format.TURTLE, Format.NTRIPLES),
                        List.of(),
                        List.of());
        System.out.printf(
                "%,d quads, %,d MB of heap allowed%n",
                manifest.quads(), Runtime.getRuntime().maxMemory() >> 20);
    }
}
