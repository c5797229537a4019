// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.util.Comparator;
import java.util.List;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.Namespace;

/** Changes in the forms that stores take. The same changes are always the same text. */
public final class Patch {
    private static final String END = " .\n";

    private Patch() {}

    /** RDF Patch: one transaction; the header names both releases. */
    public static String rdfPatch(Changes changes) {
        StringBuilder out = new StringBuilder();
        out.append("H id ").append(release(changes.to())).append(END);
        out.append("H prev ").append(release(changes.from())).append(END);
        out.append("TX .\n");
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

    /** Blank nodes as {@code <_:label>}, by which RDF Patch means the label that the store knows. */
    private static String quad(String line, GraphChange graph) {
        TripleLine parts = TripleLine.of(line);
        String triple = known(parts.subject()) + " " + parts.predicate() + " " + known(parts.object());
        return triple + " <" + graph.graph() + "> .";
    }

    private static String known(String term) {
        return term.startsWith("_:") ? "<" + term + ">" : term;
    }

    /**
     * SPARQL 1.1 Update: a graph with blank nodes is emptied and filled again. Such graphs come first, since RDF4J refuses
     * blank nodes in every data block that follows a {@code DELETE DATA}.
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

    private static String release(String hash) {
        return "<" + Namespace.DATASET + "#" + hash + ">";
    }
}
