// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.source.Layout;
import org.onrecord.source.TurtleWriter;
import org.onrecord.vocabulary.Namespace;

/** Metadata of a release as a graph without blank nodes. Immutable. */
public final class Metadata {
    /** The file name in an export. */
    public static final String NAME = "dataset.ttl";

    private static final List<String> QUERIES =
            List.of("catalogue", "sizes", "classes", "properties", "linksets", "vocabularies", "examples");
    private static final Layout LAYOUT = new Layout(Namespace.BASE, prefixes());

    private final Manifest manifest;
    private final Graph counted;

    /**
     * Computes the metadata of a release.
     *
     * @param dataset the release; its default graph is the union of its named graphs
     * @param manifest the graphs and files
     */
    public Metadata(DatasetGraph dataset, Manifest manifest) {
        this.manifest = manifest;
        this.counted = GraphMemFactory.createDefaultGraph();
        QUERIES.forEach(name -> GraphUtil.addInto(counted, MetadataQueries.construct(name + ".rq", dataset)));
    }

    /**
     * The metadata with the URLs of a site.
     *
     * @param origin base URL without trailing slash
     */
    public Graph at(String origin) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(graph, counted);
        new Distributions(graph, manifest, origin).add();
        return graph;
    }

    /** The value of a property of the dataset: a text or an IRI. */
    public String of(Property property) {
        Node value = G.getOneSP(counted, NodeFactory.createURI(Namespace.DATASET), property.asNode());
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
    }

    /** Writes metadata as Turtle. The output is deterministic. */
    public static String turtle(Graph graph) {
        return TurtleWriter.write(graph, LAYOUT);
    }

    /** Writes the metadata of a release into its folder, with URLs below the project's base IRI. */
    public static List<ReleaseFile> write(DatasetGraph dataset, Path folder, Manifest manifest) throws IOException {
        String origin = Namespace.BASE.substring(0, Namespace.BASE.length() - 1);
        Path file = folder.resolve(NAME);
        Files.writeString(file, turtle(new Metadata(dataset, manifest).at(origin)));
        return List.of(ReleaseFile.of(file, "text/turtle"));
    }

    private static SortedMap<String, String> prefixes() {
        SortedMap<String, String> prefixes = new TreeMap<>(Namespace.PREFIXES);
        prefixes.put("dcat", DCAT.getURI());
        prefixes.put("foaf", FOAF.getURI());
        prefixes.put("spdx", Distributions.SPDX);
        prefixes.put("void", VOID.getURI());
        return prefixes;
    }
}
