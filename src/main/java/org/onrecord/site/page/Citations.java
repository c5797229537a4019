// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.site.kind.ClaimSections;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * Makes citations of things.
 *
 * @param parts the statements and the graph
 * @param edition the release
 * @param words the texts of the user interface
 */
record Citations(PageSections parts, Edition edition, PageTexts words) {
    /** Holders named in the title of a claim; the others are counted. */
    private static final int MAX_HOLDERS = 3;

    Citation of(Ref thing) {
        return parts.register()
                .line(thing.iri())
                .map(line -> citation(thing, line.voice().label(), line.content(), Optional.of(source(line))))
                .orElseGet(() -> citation(thing, "", title(thing), Optional.empty()));
    }

    private Citation citation(Ref thing, String author, String title, Optional<Citation.Source> source) {
        return new Citation(
                thing.iri(), author, title, source, edition.profile().name(), Brief.digest(edition.release()));
    }

    private Citation.Source source(StatementLine line) {
        Ref article = line.source().article();
        String from = line.when().from().orElse("");
        String until = line.when().until().orElse("");
        Node node = GraphReader.node(article.iri());
        return new Citation.Source(
                article.label(),
                parts.reading()
                        .ref(node, SchemaDO.publisher.asNode())
                        .map(Ref::label)
                        .orElse(""),
                parts.reading().text(node, SchemaDO.datePublished.asNode()).orElse(""),
                from.equals(until) ? from : from + "/" + until,
                line.matter().quotes().stream()
                        .map(words -> "\u201c" + words + "\u201d")
                        .collect(Collectors.joining(" ")));
    }

    /** The label; of a claim with those who hold it, so that it never reads as our assertion. */
    private String title(Ref thing) {
        if (!thing.kind().equals("claim")) {
            return thing.label();
        }
        String holders = new ClaimSections(parts)
                .stances(GraphReader.node(thing.iri())).stream()
                        .map(stance -> words.get("stance." + stance.term().slug()) + " " + holders(stance))
                        .collect(Collectors.joining("; "));
        return holders.isEmpty()
                ? words.get("claim.heading", thing.label())
                : words.get("claim.title", thing.label(), holders);
    }

    private static String holders(Block.Stance stance) {
        List<String> all = stance.lines().stream()
                .map(line -> line.voice().label())
                .distinct()
                .toList();
        String named = all.stream().limit(MAX_HOLDERS).collect(Collectors.joining(", "));
        return all.size() > MAX_HOLDERS ? named + " and " + (all.size() - MAX_HOLDERS) + " more" : named;
    }
}
