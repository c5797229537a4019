// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/**
 * Builds the page of a thing, with sections by kind.
 *
 * @param parts sections shared by several kinds
 * @param lists sections of codes
 * @param passages the texts of articles
 */
public record ThingPages(PageSections parts, ListPages lists, Passages passages) {
    /** Kinds other than actors that statements are about. */
    private static final Set<String> SUBJECTS =
            Set.of("region", "settlement", "corridor", "facility", "agreement", "document", "event", "topic");

    /** The page of a thing other than a statement; empty if the graph has no triples about it. */
    public Optional<ThingPage> page(Node thing) {
        GraphReader reading = parts.reading();
        if (!reading.knows(thing)) {
            return Optional.empty();
        }
        return Optional.of(new ThingPage(
                reading.ref(thing),
                reading.ref(thing, RDF.Nodes.type),
                reading.text(thing, SKOS.definition.asNode()).or(() -> reading.text(thing, RDFS.comment.asNode())),
                reading.text(thing, Rec.CODING_NOTE),
                tally(thing),
                PageSections.join(sections(thing), parts.everything(thing))));
    }

    /** The tally of an actor or of what statements are about; empty for others. */
    private Optional<ThingPage.Tally> tally(Node thing) {
        String kind = parts.reading().base().kind(thing.getURI());
        boolean actor = Kind.ACTORS.contains(kind) && !kind.equals("narrator");
        List<StatementLine> about = parts.register().with(Rec.ABOUT_ANY, thing);
        if (!actor && !SUBJECTS.contains(kind)) {
            return Optional.empty();
        }
        List<StatementLine> said = parts.register().with(Rec.SPEAKER, thing);
        return Optional.of(new ThingPage.Tally(
                actor,
                said.size(),
                (int) said.stream().filter(line -> line.voice().isReported()).count(),
                Optional.of(parts.tables().table(Filter.by("at", parts.reading().ref(thing))))
                        .filter(table -> table.count() > 0),
                new ActorSections(parts).belongingTable(thing),
                about.size(),
                (int) about.stream().filter(line -> line.voice().depth() == 0).count()));
    }

    private List<Section> sections(Node thing) {
        String iri = thing.getURI();
        if (iri.startsWith(Namespace.CODES)) {
            return iri.indexOf('/', Namespace.CODES.length()) < 0 ? lists.scheme(thing) : lists.code(thing);
        }
        String kind = parts.reading().base().kind(iri);
        if (Kind.ACTORS.contains(kind)) {
            return new ActorSections(parts).sections(thing);
        }
        return Kind.PLACES.contains(kind) ? new PlaceSections(parts).sections(thing) : sections(kind, thing);
    }

    private List<Section> sections(String kind, Node thing) {
        OtherSections matters = new OtherSections(parts);
        return switch (kind) {
            case "article" -> new ArticleSections(parts, passages).sections(thing);
            case "claim" -> new ClaimSections(parts).sections(thing);
            case "agreement", "document" -> matters.agreement(thing);
            case "event" -> matters.event(thing);
            case "topic" -> matters.topic(thing);
            case "office" -> matters.office(thing);
            default -> matters.any(thing);
        };
    }
}
