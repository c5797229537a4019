// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import java.util.List;
import org.onrecord.vocabulary.Format;

/** The files of a whole release: their formats and names. */
public final class DumpNames {
    /** What the name of every dump begins with. */
    public static final String FILE = "onrecord";

    /** N-Quads, from which a release is proved, and TriG have the named graphs; the others are merged. */
    public static final List<Format> FORMATS =
            List.of(Format.NQUADS, Format.TRIG, Format.TURTLE, Format.NTRIPLES, Format.JSONLD, Format.RDFXML);

    private DumpNames() {}

    /** The name of the file that holds a whole release. */
    public static String of(Format format) {
        return FILE + "." + format.extension();
    }

    /** The name of the file that holds one graph of a big release. */
    public static String of(Format format, String graph) {
        return FILE + "-" + graph.substring(graph.lastIndexOf('/') + 1) + "." + format.extension();
    }

    /** Whether a file of a release has the named graphs, packed or not. */
    public static boolean isNamed(String file) {
        return file.startsWith(of(Format.NQUADS)) || file.startsWith(of(Format.TRIG));
    }

    /** Whether readers and writers of a format hold a whole file in memory, so that a big release is one file a graph. */
    public static boolean isWhole(Format format) {
        return format == Format.JSONLD || format == Format.RDFXML;
    }
}
