// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.yaml.YamlNode.Mapping;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.source.Position;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Time;

/** Things that a sheet uses and the graph does not have: those of its key {@code new}, and those that are asked for. */
final class NewThings {
    /** The classes of things, by kind. */
    static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("person", "Person"),
            Map.entry("state", "State"),
            Map.entry("organization", "Organization"),
            Map.entry("group", "Group"),
            Map.entry("force", "ArmedForce"),
            Map.entry("office", "Office"),
            Map.entry("region", "Region"),
            Map.entry("settlement", "Settlement"),
            Map.entry("corridor", "Corridor"),
            Map.entry("facility", "Facility"),
            Map.entry("agreement", "Agreement"),
            Map.entry("document", "Document"),
            Map.entry("event", "Event"),
            Map.entry("claim", "Claim"),
            Map.entry("topic", "Topic"));
    /** The keys of a new thing. */
    static final Set<String> KEYS = Set.of(
            "label",
            "names",
            "hidden",
            "about",
            "side",
            "class",
            "kind",
            "level",
            "officeOf",
            "tenures",
            "members",
            "inside",
            "broader",
            "definition",
            "note");

    private static final Map<String, Node> THINGS = Map.of(
            "about", Rec.ABOUT,
            "side", Rec.SIDE,
            "officeOf", Rec.OFFICE_OF,
            "members", Rec.HAS_MEMBER,
            "inside", Rec.INSIDE,
            "broader", SKOS.broader.asNode());
    private static final Map<String, String> CODES = Map.of("kind", "event-kind", "level", "place-level");

    /** The keys of a tenure. */
    static final Set<String> TENURE_KEYS = Set.of("office", "in", "time", "source");

    private final Things home;
    private final boolean allowed;
    private final Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
    private final Map<Node, Position> created = new LinkedHashMap<>();

    /**
     * No new things yet.
     *
     * @param allowed whether things may be created
     */
    NewThings(Things home, boolean allowed) {
        this.home = home;
        this.allowed = allowed;
    }

    /** Whether things may be created. */
    boolean isAllowed() {
        return allowed;
    }

    /** The triples about the new things. */
    Graph graph() {
        return graph;
    }

    /** The new things, and where the sheet first uses them. */
    Map<Node, Position> created() {
        return created;
    }

    /** Whether there can be a thing with this name: {@code kind/slug} of a known kind. */
    static boolean isName(String name) {
        int slash = name.indexOf('/');
        return slash > 0
                && CLASSES.containsKey(name.substring(0, slash))
                && name.substring(slash + 1).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** Adds a thing with its class and nothing else. */
    Node add(String name, Position position) {
        Node thing = home.node(name);
        if (created.putIfAbsent(thing, position) == null) {
            graph.add(thing, RDF.Nodes.type, rec(CLASSES.getOrDefault(name.substring(0, name.indexOf('/')), "")));
        }
        return thing;
    }

    /** Gives a thing its English preferred label, unless it has one. */
    void label(Node thing, String label) {
        if (!graph.contains(thing, SKOS.prefLabel.asNode(), Node.ANY)) {
            graph.add(thing, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang(label, "en"));
        }
    }

    /** The new claims. */
    List<Node> claims() {
        return created.keySet().stream()
                .filter(thing -> home.kind(thing).equals("claim"))
                .toList();
    }

    /** Whether a thing that is nowhere else described is new here. */
    boolean has(Node thing) {
        return created.containsKey(thing);
    }

    /** Says what a claim is about, unless the sheet does. */
    void about(Node claim, List<Node> values) {
        if (!graph.contains(claim, Rec.ABOUT, Node.ANY)) {
            values.forEach(value -> graph.add(claim, Rec.ABOUT, value));
        }
    }

    /** Reads the key {@code new}: first all names, so that they can refer to each other, then what is said of them. */
    void define(Fields section, References references) {
        for (String name : section.mapping().values().keySet()) {
            Position position = section.position(name);
            if (!isName(name)) {
                section.problems()
                        .error(
                                position,
                                "Invalid name '" + name + "' of a new thing; use kind/slug with the kinds "
                                        + String.join(", ", new TreeSet<>(CLASSES.keySet())));
            } else if (!home.isKnown(home.node(name))) {
                add(name, position);
            }
        }
        for (String name : section.mapping().values().keySet()) {
            if (isName(name) && has(home.node(name))) {
                describe(home.node(name), name, section, references);
            }
        }
    }

    private void describe(Node thing, String name, Fields section, References references) {
        if (!(section.mapping().values().get(name) instanceof Mapping)) {
            section.text(name).ifPresent(label -> label(thing, label));
            return;
        }
        Fields fields = section.fields(name);
        fields.allow(KEYS);
        fields.text("label").ifPresent(label -> label(thing, label));
        texts(thing, fields, "names", SKOS.altLabel.asNode());
        texts(thing, fields, "hidden", SKOS.hiddenLabel.asNode());
        texts(thing, fields, "definition", SKOS.definition.asNode());
        texts(thing, fields, "note", Rec.CODING_NOTE);
        THINGS.forEach((key, property) -> things(thing, fields.scalars(key), property, references));
        CODES.forEach((key, scheme) -> fields.scalar(key)
                .flatMap(code -> references.code(code, scheme))
                .ifPresent(code -> graph.add(thing, key.equals("kind") ? Rec.EVENT_KIND : Rec.LEVEL, code)));
        fields.text("class").ifPresent(type -> type(thing, type));
        Fields tenures = fields.fields("tenures");
        tenures.mapping().values().keySet().forEach(slug -> tenure(thing, slug, tenures.fields(slug), references));
    }

    private void tenure(Node person, String slug, Fields fields, References references) {
        fields.allow(TENURE_KEYS);
        Node tenure = NodeFactory.createURI(person.getURI() + "#" + slug);
        Node interval = NodeFactory.createURI(tenure.getURI() + "-interval");
        graph.add(tenure, RDF.Nodes.type, Rec.TENURE);
        graph.add(tenure, ORG.member.asNode(), person);
        graph.add(tenure, ORG.memberDuring.asNode(), interval);
        fields.scalars("source")
                .forEach(source ->
                        graph.add(tenure, DCTerms.source.asNode(), NodeFactory.createLiteralString(source.text())));
        things(tenure, fields.scalars("office"), Rec.OFFICE, references);
        things(tenure, fields.scalars("in"), ORG.organization.asNode(), references);
        graph.add(interval, RDF.Nodes.type, NodeFactory.createURI(Namespace.PREFIXES.get("time") + "ProperInterval"));
        String[] days = fields.text("time").orElse("/").split("/", 2);
        for (int i = 0; i < days.length; i++) {
            Node side = i == 0 ? Time.HAS_BEGINNING : Time.HAS_END;
            if (!days[i].isBlank()) {
                fields.literal("time", days[i].strip(), XSDDatatype.XSDdate)
                        .ifPresent(day -> edge(tenure, interval, side, day));
            }
        }
    }

    private void edge(Node tenure, Node interval, Node side, Node day) {
        String name = side.equals(Time.HAS_BEGINNING) ? "-begin" : "-end";
        Node instant = NodeFactory.createURI(tenure.getURI() + name);
        graph.add(interval, side, instant);
        graph.add(instant, RDF.Nodes.type, NodeFactory.createURI(Namespace.PREFIXES.get("time") + "Instant"));
        graph.add(instant, Time.IN_XSDDATE, day);
    }

    private void texts(Node thing, Fields fields, String key, Node property) {
        fields.scalars(key)
                .forEach(text -> graph.add(thing, property, NodeFactory.createLiteralLang(text.text(), "en")));
    }

    private void things(Node thing, List<Scalar> values, Node property, References references) {
        values.forEach(reference ->
                references.thing(reference, Things.ANY).ifPresent(value -> graph.add(thing, property, value)));
    }

    private static Node rec(String name) {
        return NodeFactory.createURI(Namespace.TERMS + name);
    }

    /**
     * Adds what shapes ask for and the sheet does not say: labels of the words of slugs, the kind of an event at which
     * something was said, and a place's level. An event of which nothing else is known is a prospect: nobody says here
     * that it took place.
     *
     * @param occasions the events at which statements were made
     */
    void complete(Set<Node> occasions) {
        for (Node thing : created.keySet()) {
            String name = home.name(thing);
            String words = name.substring(name.indexOf('/') + 1).replace('-', ' ');
            label(thing, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
            switch (home.kind(thing)) {
                case "topic" -> scheme(thing);
                case "region" -> unless(thing, Rec.LEVEL, Rules.code("place-level", "unspecified"));
                case "event" -> event(thing, occasions.contains(thing));
                default -> {}
            }
        }
    }

    private void event(Node event, boolean occasion) {
        if (occasion) {
            type(event, "SpeechEvent");
            unless(event, Rec.EVENT_KIND, Rules.code("event-kind", "remarks"));
        } else if (graph.contains(event, RDF.Nodes.type, rec("Event"))
                && !graph.contains(event, Rec.EVENT_KIND, Node.ANY)) {
            type(event, "Prospect");
        }
    }

    private void type(Node thing, String type) {
        graph.remove(thing, RDF.Nodes.type, Node.ANY);
        graph.add(thing, RDF.Nodes.type, rec(type));
    }

    private void unless(Node thing, Node property, Node value) {
        if (!graph.contains(thing, property, Node.ANY)) {
            graph.add(thing, property, value);
        }
    }

    /** Puts a topic into the scheme of the home, which the first topic creates. */
    private void scheme(Node topic) {
        Node scheme = home.node("topic/scheme");
        graph.add(topic, SKOS.inScheme.asNode(), scheme);
        if (!home.isKnown(scheme)) {
            graph.add(scheme, RDF.Nodes.type, SKOS.ConceptScheme.asNode());
            graph.add(scheme, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang("Topics", "en"));
        }
    }

    /** The things of one name without kind, or with this label. */
    Optional<Node> find(String reference, Set<String> kinds) {
        return new Things(home.base(), List.of(graph)).one(reference, kinds, Set.of());
    }
}
