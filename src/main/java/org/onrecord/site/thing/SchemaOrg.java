// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Wgs84;

/** schema.org descriptions of things as JSON-LD, for search engines. */
public final class SchemaOrg {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("statement", "Statement"),
            Map.entry("article", "NewsArticle"),
            Map.entry("person", "Person"),
            Map.entry("state", "Country"),
            Map.entry("organization", "Organization"),
            Map.entry("force", "Organization"),
            Map.entry("region", "Place"),
            Map.entry("settlement", "Place"),
            Map.entry("corridor", "Place"),
            Map.entry("facility", "Place"),
            Map.entry("event", "Event"),
            Map.entry("claim", "Claim"),
            Map.entry("topic", "DefinedTerm"));

    private SchemaOrg() {}

    /**
     * The description, escaped for a script element; empty for kinds without a schema.org type.
     *
     * @param licence the IRI of the licence of the data
     */
    public static Optional<String> of(GraphReader reading, Node thing, String licence) {
        if (!TYPES.containsKey(reading.base().kind(thing.getURI()))) {
            return Optional.empty();
        }
        JsonObjectBuilder json =
                named(reading, thing).add("@context", "https://schema.org").add("license", licence);
        reading.text(thing, Rec.CONTENT).ifPresent(content -> json.add("text", content));
        reading.ref(thing, Rec.REVIEW_STATUS)
                .filter(status -> status.slug().equals("proposed"))
                .ifPresent(status -> json.add("creativeWorkStatus", StatementLine.Voice.PROPOSED));
        reading.text(thing, Rec.STATED_ON).ifPresent(day -> json.add("dateCreated", day));
        reading.object(thing, Rec.SPEAKER).ifPresent(speaker -> json.add("creator", named(reading, speaker)));
        whole(reading, thing).ifPresent(whole -> json.add("isPartOf", whole));
        reading.text(thing, SchemaDO.url.asNode()).ifPresent(url -> json.add("url", url));
        point(reading, thing).ifPresent(point -> json.add("geo", point));
        JsonArrayBuilder same = JSON.createArrayBuilder();
        reading.refs(thing, SKOS.exactMatch.asNode()).forEach(other -> same.add(other.iri()));
        return Optional.of(embedded(json.add("sameAs", same)));
    }

    /** JSON for a script element: without characters that HTML or XHTML reads as markup. */
    public static String embedded(JsonObjectBuilder json) {
        return json.build().toString().replace("<", "\\u003c").replace("&", "\\u0026");
    }

    private static JsonObjectBuilder named(GraphReader reading, Node thing) {
        String name = reading.label(thing);
        return JSON.createObjectBuilder()
                .add("@type", TYPES.getOrDefault(reading.base().kind(thing.getURI()), "Thing"))
                .add("@id", thing.getURI())
                .add("name", name);
    }

    /** The statement that reports a statement, with its speaker and what it is part of; else the article. */
    private static Optional<JsonObjectBuilder> whole(GraphReader reading, Node statement) {
        Optional<JsonObjectBuilder> outer = reading.object(statement, Rec.WITHIN)
                .map(within -> {
                    JsonObjectBuilder json = named(reading, within);
                    reading.object(within, Rec.SPEAKER)
                            .ifPresent(speaker -> json.add("creator", named(reading, speaker)));
                    whole(reading, within).ifPresent(whole -> json.add("isPartOf", whole));
                    return json;
                });
        return outer.or(() -> reading.object(statement, Rec.REPORTED_IN).map(article -> article(reading, article)));
    }

    private static JsonObjectBuilder article(GraphReader reading, Node article) {
        JsonObjectBuilder json = named(reading, article);
        reading.text(article, SchemaDO.url.asNode()).ifPresent(url -> json.add("url", url));
        return json;
    }

    private static Optional<JsonObjectBuilder> point(GraphReader reading, Node place) {
        return reading.text(place, Wgs84.LAT)
                .flatMap(latitude -> reading.text(place, Wgs84.LONG)
                        .map(longitude -> JSON.createObjectBuilder()
                                .add("@type", "GeoCoordinates")
                                .add("latitude", latitude)
                                .add("longitude", longitude)));
    }
}
