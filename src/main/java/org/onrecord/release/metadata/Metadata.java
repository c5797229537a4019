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
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.source.Layout;
import org.onrecord.source.TurtleWriter;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/** Metadata of a release as a graph without blank nodes. Immutable. */
public final class Metadata {
    /** The file name in an export. */
    public static final String NAME = "dataset.ttl";

    private static final List<String> SIZES = List.of("sizes", "classes", "properties", "vocabularies");
    private static final List<String> OTHERS = List.of("catalogue", "linksets", "examples");

    private final BaseIri base;
    private final Manifest manifest;
    private final Graph counted;

    /**
     * Computes the metadata of a release.
     *
     * @param dataset the release; its default graph is the union of its named graphs
     * @param manifest the graphs and files
     */
    public Metadata(DatasetGraph dataset, Manifest manifest) {
        this.base = BaseIri.of(dataset.getDefaultGraph());
        this.manifest = manifest;
        this.counted = sizes(dataset);
        OTHERS.forEach(name -> add(name, dataset, counted));
    }

    /** How much a dataset holds: the statistics of VoID, of the whole and of each class and property. */
    public static Graph sizes(DatasetGraph dataset) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        SIZES.forEach(name -> add(name, dataset, graph));
        return graph;
    }

    private static void add(String name, DatasetGraph dataset, Graph graph) {
        GraphUtil.addInto(graph, MetadataQueries.construct(name + ".rq", dataset));
    }

    /**
     * The metadata with the URLs of a site.
     *
     * @param origin base URL without trailing slash
     */
    public Graph at(String origin) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(graph, counted);
        new Distributions(graph, base, manifest, origin).add();
        return graph;
    }

    /** The metadata at an origin as Turtle. The output is deterministic. */
    public String turtle(String origin) {
        return TurtleWriter.write(at(origin), new Layout(base.iri(), prefixes()));
    }

    /** Writes the metadata of a release into its folder, with URLs below the base IRI. */
    public static List<ReleaseFile> write(DatasetGraph dataset, Path folder, Manifest manifest) throws IOException {
        Metadata metadata = new Metadata(dataset, manifest);
        String base = metadata.base.iri();
        Path file = folder.resolve(NAME);
        Files.writeString(file, metadata.turtle(base.substring(0, base.length() - 1)));
        return List.of(ReleaseFile.of(file, "text/turtle"));
    }

    private static SortedMap<String, String> prefixes() {
        SortedMap<String, String> prefixes = new TreeMap<>(Namespace.PREFIXES);
        prefixes.put("foaf", FOAF.getURI());
        prefixes.put("spdx", Distributions.SPDX);
        return prefixes;
    }
}
