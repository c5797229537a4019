// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.line.GraphLines;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;

/** Adds files, graphs and URLs of the manifest to the metadata. */
final class Distributions {
    static final String SPDX = "http://spdx.org/rdf/terms#";

    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private static final String FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/";

    /** Media types to terms of the list that DCAT-AP asks for. */
    private static final Map<String, String> FORMATS = Map.of(
            Format.NQUADS.mediaType(), "RDF_N_QUADS",
            Format.TRIG.mediaType(), "RDF_TRIG",
            Format.TURTLE.mediaType(), "RDF_TURTLE",
            Format.NTRIPLES.mediaType(), "RDF_N_TRIPLES",
            Format.JSONLD.mediaType(), "JSON_LD",
            Format.RDFXML.mediaType(), "RDF_XML",
            Format.CSV.mediaType(), "CSV");

    /** DCAT 3, not yet in Jena's class. */
    private static final Node VERSION = iri(DCAT.getURI() + "version");

    private static final Map<String, String> VIEWS = Map.of(
            "schema-org", "A view: articles, statements, quotations and claims, as far as schema.org can express them.",
            "nanopublications", "A view: a nanopublication for each statement.",
            "statements", "A table: a row for each statement.",
            "actors", "A table: a row for each actor.",
            "mentions", "A table: a row for each mention, with its position.",
            "changes", "What changed since an earlier release.");

    private final Graph graph;
    private final BaseIri base;
    private final Node dataset;
    private final Node build;
    private final Manifest manifest;
    private final String origin;

    Distributions(Graph graph, BaseIri base, Manifest manifest, String origin) {
        this.graph = graph;
        this.base = base;
        this.dataset = base.datasetNode();
        this.build = iri(base.dataset() + "#build");
        this.manifest = manifest;
        this.origin = origin;
    }

    void add() {
        String hash = manifest.release().hash();
        graph.add(dataset, VERSION, text(hash));
        graph.add(dataset, DCTerms.identifier.asNode(), text(hash));
        graph.add(iri(base.dataset() + "#program"), VERSION, text(ProgramInfo.version()));
        Node endpoint = iri(origin + "/sparql");
        graph.add(dataset, VOID.sparqlEndpoint.asNode(), endpoint);
        graph.add(dataset, DCAT.landingPage.asNode(), iri(origin + "/dataset"));
        graph.add(iri(base.dataset() + "#sparql"), DCAT.endpointURL.asNode(), endpoint);
        graph.add(iri(base.dataset() + "#sparql"), DCAT.endpointDescription.asNode(), endpoint);
        manifest.graphs().forEach(this::graph);
        manifest.files().stream().filter(file -> isDistribution(inner(file))).forEach(this::file);
    }

    private void graph(GraphLines named) {
        Node node = iri(named.graph());
        graph.add(dataset, VOID.subset.asNode(), node);
        graph.add(node, RDF.Nodes.type, VOID.Dataset.asNode());
        graph.add(node, VOID.triples.asNode(), number(named.triples()));
        graph.add(node, DCTerms.identifier.asNode(), text(named.hash()));
        boolean derived = ReleaseHash.isDerived(named.graph());
        graph.add(
                derived ? node : build,
                iri(Namespace.PREFIXES.get("prov") + (derived ? "wasGeneratedBy" : "used")),
                derived ? build : node);
    }

    private void file(ReleaseFile file) {
        Node node = iri(base.dataset() + "#file-" + file.name());
        Node address = iri(origin + "/dumps/" + file.name());
        graph.add(dataset, DCAT.distribution.asNode(), node);
        if (file.name().startsWith(DumpNames.FILE)) {
            graph.add(dataset, VOID.dataDump.asNode(), address);
        }
        graph.add(node, RDF.Nodes.type, DCAT.Distribution.asNode());
        graph.add(node, DCTerms.title.asNode(), NodeFactory.createLiteralLang(file.name(), "en"));
        graph.add(node, DCTerms.description.asNode(), NodeFactory.createLiteralLang(description(file.name()), "en"));
        G.listSP(graph, dataset, DCTerms.license.asNode())
                .forEach(licence -> graph.add(node, DCTerms.license.asNode(), licence));
        graph.add(node, DCAT.accessURL.asNode(), iri(origin + "/dumps/"));
        graph.add(node, DCAT.downloadURL.asNode(), address);
        graph.add(node, DCAT.mediaType.asNode(), mediaType(inner(file)));
        graph.add(
                node,
                DCAT.byteSize.asNode(),
                NodeFactory.createLiteralDT(String.valueOf(file.bytes()), XSDDatatype.XSDnonNegativeInteger));
        if (file.mediaType().equals(ReleaseFile.GZIP)) {
            graph.add(node, DCAT.compressFormat.asNode(), mediaType(ReleaseFile.GZIP));
        }
        format(node, inner(file));
        checksum(node, file);
    }

    private void format(Node node, String mediaType) {
        String name = FORMATS.get(mediaType);
        if (name != null) {
            Node format = iri(FILE_TYPES + name);
            graph.add(node, DCTerms.format.asNode(), format);
            graph.add(format, RDF.Nodes.type, DCTerms.MediaTypeOrExtent.asNode());
        }
    }

    private Node mediaType(String name) {
        Node type = iri(MEDIA_TYPES + name);
        graph.add(type, RDF.Nodes.type, DCTerms.MediaType.asNode());
        return type;
    }

    private void checksum(Node node, ReleaseFile file) {
        Node sum = iri(node.getURI() + "-checksum");
        graph.add(node, iri(SPDX + "checksum"), sum);
        graph.add(sum, RDF.Nodes.type, iri(SPDX + "Checksum"));
        graph.add(sum, iri(SPDX + "algorithm"), iri(SPDX + "checksumAlgorithm_sha256"));
        graph.add(
                sum, iri(SPDX + "checksumValue"), NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
    }

    /** Describes the content of a file: complete or a part. */
    private static String description(String name) {
        if (DumpNames.isNamed(name)) {
            return "Everything, in its named graphs.";
        }
        return name.startsWith(DumpNames.FILE + ".")
                ? "Everything, merged: each triple once, without its graph."
                : VIEWS.getOrDefault(name.substring(0, name.indexOf('.')), "A part.");
    }

    /** The media type of the uncompressed file. */
    private String inner(ReleaseFile file) {
        if (!file.mediaType().equals(ReleaseFile.GZIP)) {
            return file.mediaType();
        }
        String name = ReleaseFile.unpacked(file.name());
        return manifest.files().stream()
                .filter(other -> other.name().equals(name))
                .map(ReleaseFile::mediaType)
                .findFirst()
                .orElse(file.mediaType());
    }

    /** Whether a file is data, not hashes or a manifest. */
    private static boolean isDistribution(String mediaType) {
        return !mediaType.equals("text/plain") && !mediaType.equals("application/json");
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
    }
}
