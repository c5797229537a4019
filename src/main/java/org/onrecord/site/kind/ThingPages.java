// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Kind;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** Builds the page of a thing, with sections by kind. */
public final class ThingPages {
    private final PageSections parts;
    private final ActorSections actors;
    private final PlaceSections places;
    private final ArticleSections articles;
    private final ClaimSections claims;
    private final OtherSections matters;
    private final ListPages lists;

    /** Creates a builder. */
    public ThingPages(PageSections parts, ListPages lists) {
        this.parts = parts;
        this.actors = new ActorSections(parts);
        this.places = new PlaceSections(parts);
        this.articles = new ArticleSections(parts);
        this.claims = new ClaimSections(parts);
        this.matters = new OtherSections(parts);
        this.lists = lists;
    }

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
                PageSections.join(sections(thing), parts.everything(thing))));
    }

    private List<Section> sections(Node thing) {
        String iri = thing.getURI();
        if (iri.startsWith(Namespace.CODES)) {
            return iri.indexOf('/', Namespace.CODES.length()) < 0 ? lists.scheme(thing) : lists.code(thing);
        }
        String kind = Kind.of(iri);
        if (Kind.ACTORS.contains(kind)) {
            return actors.sections(thing);
        }
        return Kind.PLACES.contains(kind) ? places.sections(thing) : sections(kind, thing);
    }

    private List<Section> sections(String kind, Node thing) {
        return switch (kind) {
            case "article" -> articles.sections(thing);
            case "claim" -> claims.sections(thing);
            case "agreement", "document" -> matters.agreement(thing);
            case "event" -> matters.event(thing);
            case "topic" -> matters.topic(thing);
            case "office" -> matters.office(thing);
            default -> matters.any(thing);
        };
    }
}
