// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.propose;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.sheet.coding.Things;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Prov;

/**
 * What is known of an article that is not coded yet, from the other articles of its home.
 *
 * @param graph the data of the home
 * @param things its things
 */
public record NewArticle(Graph graph, Things things) {
    /** The version of the coding guide that describes sheets as they are now. */
    public static final String GUIDE_VERSION = "3";

    /**
     * Head and coding of its sheet.
     *
     * @param url its address; empty if unknown
     * @param published the day of publication, an ISO date; empty if unknown
     * @param now the time at which coding begins
     */
    public SheetProposal.Known known(String article, String url, String published, Instant now) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("publisher", publisher(url).map(things::name).orElse(""));
        head.put("url", url);
        if (!published.isEmpty()) {
            head.put("published", published);
        }
        String coder = coder().map(things::name).orElse("");
        Map<String, String> coding = new LinkedHashMap<>();
        coding.put("by", coder);
        coding.put("reviewed", coder);
        coding.put("guide", GUIDE_VERSION);
        coding.put("from", now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new SheetProposal.Known(article, head, coding);
    }

    /** The publisher of another article with an address at the same host. */
    private Optional<Node> publisher(String url) {
        Optional<String> host = host(url);
        return graph.stream(Node.ANY, SchemaDO.url.asNode(), Node.ANY)
                .filter(triple -> host.isPresent()
                        && host(triple.getObject().getLiteralLexicalForm()).equals(host))
                .flatMap(triple -> G.listSP(graph, triple.getSubject(), SchemaDO.publisher.asNode()).stream())
                .min(TermOrder.TERMS);
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Who coded the last article, else the publisher of the dataset. */
    private Optional<Node> coder() {
        return graph.stream(Node.ANY, Prov.STARTED_AT_TIME, Node.ANY)
                .max((a, b) -> TermOrder.TERMS.compare(a.getObject(), b.getObject()))
                .map(Triple::getSubject)
                .flatMap(coding -> G.listSP(graph, coding, Prov.WAS_ASSOCIATED_WITH).stream()
                        .findFirst())
                .or(() -> graph.stream(things.base().datasetNode(), DCTerms.publisher.asNode(), Node.ANY)
                        .map(Triple::getObject)
                        .findFirst());
    }
}
