// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.release.Loading;
import org.onrecord.release.Release;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.source.TermOrder;
import org.onrecord.validation.Severity;
import org.onrecord.vocabulary.Rec;

/**
 * The start message of {@code serve}: loaded data, start time, and example URLs.
 *
 * @param ready the loaded release
 * @param url the server's address, ending in {@code /}
 */
record Banner(Loading.Ready ready, String url) {
    void print(PrintWriter out) {
        Release release = ready.release();
        out.printf("%nOn Record, release %s%n", release.hash());
        out.printf(
                Locale.ROOT,
                "  %d statements and %d mentions in %d articles, %d claims: %,d triples in %d graphs%n",
                release.count(Rec.STATEMENT),
                release.count(Rec.MENTION),
                release.count(Rec.ARTICLE),
                release.count(Rec.CLAIM),
                release.everything().size(),
                release.graphs().size());
        long warnings = ready.report().count(Severity.WARNING);
        out.printf("  checked: no violation, %d warning%s%n", warnings, warnings == 1 ? "" : "s");
        out.printf(Locale.ROOT, "  answering after %.1f s: pages at %s, SPARQL at %ssparql%n", sinceStart(), url, url);
        examples(release, out);
        out.println("\nStop with Ctrl-C.");
        out.flush();
    }

    private void examples(Release release, PrintWriter out) {
        out.println("\nQuestions to try:");
        subject(release.everything()).ifPresent(subject -> {
            out.println("  who stated what about " + GraphReader.of(release).label(subject) + ", as CSV");
            ParameterizedSparqlString query = new ParameterizedSparqlString(query("who-said-what"));
            query.setIri("about", subject.getURI());
            out.println("    " + address(query.toString(), "csv"));
        });
        out.println("  how many statements each speaker has, as text");
        out.println("    " + address(query("statements-by-speaker"), "text"));
        release.everything().stream(Node.ANY, RDF.Nodes.type, Rec.STATEMENT)
                .map(Triple::getSubject)
                .min(TermOrder.TERMS)
                .ifPresent(statement -> {
                    out.println("  one statement and all its evidence, as Turtle");
                    out.println("    " + address("DESCRIBE <" + statement.getURI() + ">", "turtle"));
                });
    }

    /** A thing to ask about: an example of the home if there is one, else the thing that most statements are about. */
    private static Optional<Node> subject(Graph graph) {
        Map<Node, Integer> uses = new HashMap<>();
        graph.stream(Node.ANY, Rec.ABOUT, Node.ANY).forEach(triple -> uses.merge(triple.getObject(), 1, Integer::sum));
        return uses.keySet().stream()
                .min(Comparator.comparing(
                                (Node thing) -> !graph.contains(Node.ANY, VOID.exampleResource.asNode(), thing))
                        .thenComparing(thing -> -uses.getOrDefault(thing, 0))
                        .thenComparing(TermOrder.TERMS));
    }

    /** A bundled query. */
    private static String query(String name) {
        try (InputStream file = Banner.class.getResourceAsStream(name + ".rq")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bundled query '" + name + "'", e);
        }
    }

    private String address(String query, String output) {
        return url + "sparql?output=" + output + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** Seconds since the virtual machine started. */
    private static double sinceStart() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
    }
}
