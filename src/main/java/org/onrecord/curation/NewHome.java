// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.source.Layout;
import org.onrecord.source.Reason;
import org.onrecord.source.TurtleWriter;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * A new home: a dataset without articles, its publisher, and folders for data and texts.
 *
 * @param base the base of its IRIs
 * @param title the title, in English
 */
public record NewHome(BaseIri base, String title) {
    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    private static final String IGNORED = "# Texts and sheets belong to others and are not published.\ntexts/\n";
    private static final List<String> FOLDERS = List.of("data/articles", "data/reference", "texts");

    /**
     * Checks base and title.
     *
     * @param iri the base as given
     * @throws EditRefusedException if it cannot be the base of a home; the message has the right form
     */
    public static NewHome of(String iri, String title) {
        if (title.isBlank()) {
            throw new EditRefusedException("The title is empty; give the dataset a title, or leave the option out");
        }
        if (!iri.matches("(?i)https?://.*")) {
            throw new EditRefusedException("The base IRI '" + iri
                    + "' does not begin with https:// or http://; use one like https://example.org/record/");
        }
        if (!iri.endsWith("/")) {
            String right = iri.replaceAll("[?#].*", "") + "/";
            throw new EditRefusedException("The base IRI '" + iri + "' does not end in '/'; use '" + right + "'");
        }
        if (iri.replaceFirst("(?i)^https?:", "https:").startsWith(Namespace.BASE)) {
            throw new EditRefusedException(
                    "The base IRI '" + iri + "' is below " + Namespace.BASE
                            + ", which belongs to the program; use an address of your own, such as https://example.org/record/");
        }
        try {
            return new NewHome(new BaseIri(iri), title.strip().replaceAll("\\s+", " "));
        } catch (IllegalArgumentException e) {
            throw new EditRefusedException(Reason.of(e));
        }
    }

    /**
     * Creates the home.
     *
     * @throws EditRefusedException if the folder has {@code data/}, or is a file
     * @throws UncheckedIOException if it cannot be written
     */
    public void create(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new EditRefusedException("'" + folder + "' is a file; use the path of a new folder");
        }
        if (Files.exists(folder.resolve("data"))) {
            throw new EditRefusedException("'" + folder
                    + "' already has a folder data; use another folder, or 'validate --home " + folder + "'");
        }
        try {
            for (String name : FOLDERS) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.writeString(folder.resolve("data/dataset.ttl"), TurtleWriter.write(dataset(), Layout.of(base)));
            Path ignored = folder.resolve(".gitignore");
            if (!Files.exists(ignored)) {
                Files.writeString(ignored, IGNORED);
            } else if (!Files.readString(ignored).lines().toList().contains("texts/")) {
                Files.writeString(ignored, Files.readString(ignored) + "\n" + IGNORED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'" + folder + "' cannot be written: " + Reason.of(e), e);
        }
    }

    private Graph dataset() {
        Graph graph = Tombstones.empty();
        Node dataset = base.datasetNode();
        Node licence = NodeFactory.createURI(LICENCE);
        Node publisher = NodeFactory.createURI(base.thing("organization/publisher"));
        graph.add(dataset, RDF.Nodes.type, VOID.Dataset.asNode());
        graph.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        graph.add(dataset, DCTerms.title.asNode(), english(title));
        graph.add(
                dataset,
                DCTerms.description.asNode(),
                english("Statements as news articles report them, each with its source and the words that prove it."));
        graph.add(dataset, DCTerms.license.asNode(), licence);
        graph.add(dataset, DCTerms.publisher.asNode(), publisher);
        graph.add(dataset, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(base.things()));
        graph.add(licence, RDFS.Nodes.label, english("CC BY 4.0"));
        graph.add(publisher, RDF.Nodes.type, NodeFactory.createURI(Namespace.TERMS + "Organization"));
        graph.add(publisher, SKOS.prefLabel.asNode(), english("Publisher of " + title));
        return graph;
    }

    private static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }
}
