// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.query.Names;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.kind.StatementsPage.Other;
import org.onrecord.site.kind.StatementsPage.Reading;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/**
 * How names given as filters are read, and what else may be meant: {@code Yerevan} as the speaker is the state that
 * articles call so, a publisher speaks as its narrators, and in a place something may have been said.
 *
 * @param parts the statements and the graph
 * @param names the names of things
 * @param words the texts of the user interface
 */
record Readings(PageSections parts, Names names, PageTexts words) {
    /** The readings of names that differ from the label of the thing, or that may mean something else too. */
    List<Reading> of(Filter filter, Map<String, List<String>> given) {
        List<Reading> readings = new ArrayList<>();
        for (String parameter : List.of("speaker", "through", "about", "topic")) {
            List<String> typed = given.getOrDefault(parameter, List.of());
            List<String> meant = filter.all(parameter);
            for (int i = 0; i < meant.size() && typed.size() == meant.size(); i++) {
                readings.add(reading(filter, parameter, typed.get(i), meant.get(i)));
            }
        }
        return readings.stream()
                .filter(read -> !read.others().isEmpty()
                        || !read.given().equals(read.meant().label()))
                .toList();
    }

    private Reading reading(Filter filter, String parameter, String typed, String slug) {
        Node node = GraphReader.node(parts.reading().base().thing(slug));
        Ref meant = parts.reading().ref(node);
        boolean actors = parameter.equals("speaker") || parameter.equals("through");
        boolean named = !typed.contains("/") && !typed.strip().equalsIgnoreCase(meant.label());
        Stream<Other> others = Stream.concat(
                        names.things(typed).stream().map(parts.reading()::ref).filter(ref -> !ref.equals(meant)),
                        actors ? Stream.concat(narrators(node), similar(node, typed)) : Stream.empty())
                .filter(ref -> !actors || Kind.ACTORS.contains(ref.kind()))
                .map(ref -> new Other(ref.label(), filter.with(parameter, ref).href()));
        Stream<Other> more = actors ? side(filter, parameter, meant) : said(filter, meant);
        String reason = names.named(typed, actors).stream()
                .filter(candidate -> candidate.slug().equals(slug))
                .map(candidate -> candidate.reason())
                .findFirst()
                .orElse("");
        return new Reading(
                named ? typed.strip() : meant.label(),
                meant,
                reason,
                (actors ? Stream.concat(more, others) : Stream.concat(others, more)).toList());
    }

    /** The statements of all who belong to a state and speak, because the state itself speaks less often. */
    private Stream<Other> side(Filter filter, String parameter, Ref meant) {
        List<String> voices = parts.tables().voices(meant);
        if (voices.size() == 1 || !filter.all(parameter).equals(voices.subList(0, 1))) {
            return Stream.empty();
        }
        Block.Table all = parts.tables().table(filter.with(parameter, voices));
        return all.count() == 0
                ? Stream.empty()
                : Stream.of(new Other(words.get("reading.side", meant.label(), all.count()), all.href()));
    }

    /** The narrators of the articles of a publisher. */
    private Stream<Ref> narrators(Node publisher) {
        return parts.reading().subjects(SchemaDO.publisher.asNode(), publisher).stream()
                .map(article -> parts.reading()
                        .base()
                        .thing("narrator/" + parts.reading().ref(article).slug()))
                .map(GraphReader::node)
                .filter(parts.reading()::knows)
                .map(parts.reading()::ref);
    }

    /** Those with a similar name who speak, for one who does not. */
    private Stream<Ref> similar(Node silent, String name) {
        return speaks(silent)
                ? Stream.empty()
                : names.similar(name, true).stream()
                        .map(candidate ->
                                GraphReader.node(parts.reading().base().thing(candidate.slug())))
                        .filter(this::speaks)
                        .map(parts.reading()::ref);
    }

    private boolean speaks(Node actor) {
        return !parts.register().with(Rec.SPEAKER, actor).isEmpty();
    }

    /** The statements made in a place or at an event. */
    private Stream<Other> said(Filter filter, Ref meant) {
        Block.Table there =
                parts.tables().table(filter.without("about").without("topic").with("at", meant));
        return there.count() == 0
                ? Stream.empty()
                : Stream.of(new Other(words.get("reading.said-there", there.count()), there.href()));
    }
}
