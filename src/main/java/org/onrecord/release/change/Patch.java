// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.util.Comparator;
import java.util.List;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.BaseIri;

/** Changes as RDF Patch and SPARQL Update. The output is deterministic. */
public final class Patch {
    private static final String END = " .\n";

    private Patch() {}

    /** RDF Patch with one transaction; the header has both releases, as fragments of the dataset IRI. */
    public static String rdfPatch(Changes changes, BaseIri base) {
        return "H id " + release(changes.to(), base) + END
                + "H prev " + release(changes.from(), base) + END
                + transaction(changes);
    }

    /** The transaction of an RDF Patch, without a header: the lines from {@code TX .} to {@code TC .}. */
    public static String transaction(Changes changes) {
        StringBuilder out = new StringBuilder("TX .\n");
        changes.graphs()
                .forEach(graph -> graph.withdrawn()
                        .forEach(line ->
                                out.append("D ").append(quad(line, graph)).append('\n')));
        changes.graphs()
                .forEach(graph -> graph.added()
                        .forEach(line ->
                                out.append("A ").append(quad(line, graph)).append('\n')));
        return out.append("TC .\n").toString();
    }

    /** Writes blank nodes as {@code <_:label>}, which in RDF Patch refers to the store's label. */
    private static String quad(String line, GraphChange graph) {
        TripleLine parts = TripleLine.of(line);
        String triple =
                blankNodeAsIri(parts.subject()) + " " + parts.predicate() + " " + blankNodeAsIri(parts.object());
        return triple + " <" + graph.graph() + "> .";
    }

    private static String blankNodeAsIri(String term) {
        return term.startsWith("_:") ? "<" + term + ">" : term;
    }

    /**
     * SPARQL 1.1 Update: graphs with blank nodes are cleared and inserted again. They come first, because RDF4J rejects
     * blank nodes after a {@code DELETE DATA}.
     */
    public static String update(Changes changes) {
        StringBuilder out = new StringBuilder();
        out.append("# From release ").append(changes.from()).append('\n');
        out.append("# to release ").append(changes.to()).append('\n');
        List<GraphChange> wholeFirst = changes.graphs().stream()
                .sorted(Comparator.comparing(graph -> !graph.whole()))
                .toList();
        for (GraphChange graph : wholeFirst) {
            if (graph.whole()) {
                out.append("CLEAR SILENT GRAPH <").append(graph.graph()).append("> ;\n");
            } else {
                data("DELETE", graph, graph.withdrawn(), out);
            }
            data("INSERT", graph, graph.added(), out);
        }
        return out.toString();
    }

    private static void data(String verb, GraphChange graph, Iterable<String> lines, StringBuilder out) {
        if (lines.iterator().hasNext()) {
            out.append(verb).append(" DATA { GRAPH <").append(graph.graph()).append("> {\n");
            lines.forEach(line -> out.append(line).append('\n'));
            out.append("} } ;\n");
        }
    }

    private static String release(String hash, BaseIri base) {
        return "<" + base.dataset() + "#" + hash + ">";
    }
}
