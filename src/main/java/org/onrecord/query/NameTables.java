// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.engine.Change;
import org.onrecord.engine.ValuePairs;
import org.onrecord.search.Spelling;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Rec;

/**
 * The names in a graph, by key to the {@code kind/slug} of things. Immutable once created.
 *
 * @param base the base of the IRIs of things
 * @param things folded names
 * @param metonyms folded hidden labels
 * @param transliterated normalized names
 * @param mentioned normalized words of articles
 * @param surfaces words of articles by the {@code kind/slug} of the thing
 * @param days the days on which something was stated or published, under the empty text
 */
record NameTables(
        BaseIri base,
        SlugTable things,
        SlugTable metonyms,
        SlugTable transliterated,
        SlugTable mentioned,
        SlugTable surfaces,
        SlugTable days) {
    private static final Set<Node> NAMES =
            Set.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SchemaDO.headline.asNode());
    private static final Set<Node> DAYS =
            Set.of(Rec.STATED_ON, Rec.STATED_FROM, Rec.STATED_UNTIL, SchemaDO.datePublished.asNode());
    private static final Set<Node> MENTION = Set.of(Rec.SURFACE, OA.hasBody.asNode());

    /** An article in front of several words. */
    private static final Pattern ARTICLE = Pattern.compile("(the|an?) .+ .+");

    /** The names in a graph. */
    static NameTables of(Graph graph) {
        NameTables tables = new NameTables(
                BaseIri.of(graph),
                new SlugTable(),
                new SlugTable(),
                new SlugTable(),
                new SlugTable(),
                new SlugTable(),
                new SlugTable());
        Stream.of(NAMES, Set.of(SKOS.hiddenLabel.asNode()), DAYS)
                .flatMap(Set::stream)
                .flatMap(property -> graph.stream(Node.ANY, property, Node.ANY))
                .forEach(triple -> tables.add(triple, 1));
        new ValuePairs(graph, Rec.SURFACE, OA.hasBody.asNode()).forEach(tables::mention);
        return tables;
    }

    /** The names after a change. */
    NameTables after(Change change) {
        NameTables next = new NameTables(
                base,
                new SlugTable(things),
                new SlugTable(metonyms),
                new SlugTable(transliterated),
                new SlugTable(mentioned),
                new SlugTable(surfaces),
                new SlugTable(days));
        change.removed().forEach(triple -> next.add(triple, -1));
        change.added().forEach(triple -> next.add(triple, 1));
        change.triples()
                .filter(triple -> MENTION.contains(triple.getPredicate()))
                .map(Triple::getSubject)
                .collect(Collectors.toSet())
                .forEach(mention -> {
                    next.mentions(change.before(), mention, -1);
                    next.mentions(change.after(), mention, 1);
                });
        return next;
    }

    /** Adds or removes what a triple says of a name or a day. */
    private void add(Triple triple, int times) {
        Node property = triple.getPredicate();
        if (!triple.getObject().isLiteral()) {
            return;
        }
        String text = triple.getObject().getLiteralLexicalForm();
        if (DAYS.contains(property)) {
            days.add("", text, times);
        } else if (base.isThing(triple.getSubject())) {
            if (NAMES.contains(property)) {
                things.add(Similarity.fold(text), slug(triple.getSubject()), times);
                transliterated.add(spelled(text), slug(triple.getSubject()), times);
            } else if (property.equals(SKOS.hiddenLabel.asNode())) {
                metonyms.add(Similarity.fold(text), slug(triple.getSubject()), times);
            }
        }
    }

    private void mentions(Graph graph, Node mention, int times) {
        graph.stream(mention, Rec.SURFACE, Node.ANY)
                .forEach(surface -> graph.stream(mention, OA.hasBody.asNode(), Node.ANY)
                        .forEach(body -> mention(surface.getObject(), body.getObject(), times)));
    }

    /**
     * Adds or removes the words of a mention of a thing other than a claim, with and without an article in front of several.
     *
     * @param times how many mentions there are; negative to remove them
     */
    private void mention(Node words, Node thing, int times) {
        if (!words.isLiteral()
                || !base.isThing(thing)
                || base.kind(thing.getURI()).equals("claim")) {
            return;
        }
        String surface = words.getLiteralLexicalForm();
        String normalized = spelled(surface);
        surfaces.add(slug(thing), surface, times);
        mentioned.add(normalized, slug(thing), times);
        if (ARTICLE.matcher(normalized).matches()) {
            mentioned.add(normalized.substring(normalized.indexOf(' ') + 1), slug(thing), times);
        }
    }

    /** A text as its normalized words. */
    static String spelled(String text) {
        return String.join(" ", Spelling.normalized(text));
    }

    /** The {@code kind/slug} of a thing. */
    String slug(Node thing) {
        return base.slug(thing.getURI()).orElseThrow();
    }
}
