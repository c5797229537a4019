// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.propose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** All that a language model needs to write the sheet of a text: task, coding guide, codes, known things, an example. */
public final class ModelPrompt {
    private static final List<String> SCHEMES =
            List.of("speech-act", "form", "speaker-reference", "event-kind", "place-level", "role", "agreement-status");
    private static final String WITHOUT_HEAD = "The head is written by the program.";
    private static final String WITH_HEAD = """
            Begin the sheet with these lines, unchanged:

            ```yaml
            %s```

            End each statement with `review: proposed`: no person has read it yet.""";
    private static final int MOST = 150;
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Graph graph;
    private final Things things;

    /** Prompts over the data and ontology of a home. */
    public ModelPrompt(Graph graph, Things things) {
        this.graph = graph;
        this.things = things;
    }

    /**
     * The prompt for a text.
     *
     * @param published the day of publication, an ISO date; empty if unknown
     * @param head the lines with which the sheet begins; empty if they are added to the answer later
     */
    public String text(CodedText text, String published, String head) {
        Set<Node> known = KnownNames.in(text, things).things();
        Map<String, String> parts = Map.ofEntries(
                Map.entry("headRule", head.isEmpty() ? WITHOUT_HEAD : WITH_HEAD.formatted(head)),
                Map.entry("guide", guide()),
                Map.entry("codes", codes()),
                Map.entry("things", list(known.stream().filter(thing -> !isClaimOrTopic(thing)))),
                Map.entry("claims", list(claims(known))),
                Map.entry("topics", list(ofType("Topic"))),
                Map.entry("exampleText", resource("example.txt").strip()),
                Map.entry("exampleSheet", resource("example.yaml").strip()),
                Map.entry(
                        "head",
                        published.isEmpty()
                                ? "The day of publication is not known."
                                : "It was published on " + published + "."),
                Map.entry("marker", "=====" + text.text().digest().substring(0, 12)),
                Map.entry("text", numbered(text)));
        return PLACE.matcher(resource("prompt.md"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), place.group())));
    }

    /** The rules of the coding guide, without its title and version. */
    private static String guide() {
        String guide = resource("coding-guide.md");
        return guide.substring(guide.indexOf("## Statements")).strip();
    }

    private String codes() {
        StringBuilder out = new StringBuilder();
        for (String scheme : SCHEMES) {
            TreeMap<String, String> codes = new TreeMap<>();
            graph.stream(Node.ANY, RDF.Nodes.type, Rec.CODE)
                    .map(Triple::getSubject)
                    .filter(code -> code.getURI().startsWith(Namespace.CODES + scheme + "/"))
                    .forEach(code -> codes.put(
                            code.getURI().substring(Namespace.CODES.length() + scheme.length() + 1),
                            text(code, SKOS.definition.asNode())));
            out.append("`").append(scheme).append("`:\n");
            codes.forEach((code, definition) -> out.append("- ")
                    .append(code)
                    .append(": ")
                    .append(definition)
                    .append('\n'));
        }
        return out.toString().strip();
    }

    /** The claims about known things, those about most of them first. */
    private Stream<Node> claims(Set<Node> known) {
        Map<Node, Long> counts = known.stream()
                .flatMap(thing -> graph.stream(Node.ANY, Rec.ABOUT, thing))
                .map(Triple::getSubject)
                .filter(subject -> things.kind(subject).equals("claim"))
                .collect(Collectors.groupingBy(claim -> claim, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, TermOrder.TERMS))
                .map(Map.Entry::getKey)
                .limit(MOST);
    }

    private Stream<Node> ofType(String type) {
        return graph.stream(Node.ANY, RDF.Nodes.type, NodeFactory.createURI(Namespace.TERMS + type))
                .map(Triple::getSubject)
                .sorted(TermOrder.TERMS)
                .limit(MOST);
    }

    private String list(Stream<Node> nodes) {
        String lines = nodes.map(node -> "- " + things.name(node) + ": " + text(node, SKOS.prefLabel.asNode()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "None." : lines;
    }

    private String text(Node node, Node property) {
        return graph.stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .filter(label -> label.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private boolean isClaimOrTopic(Node thing) {
        return Set.of("claim", "topic", "narrator").contains(things.kind(thing));
    }

    private static String numbered(CodedText text) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (var paragraph : text.paragraphs()) {
            out.append('(')
                    .append(++number)
                    .append(")\n")
                    .append(text.words(paragraph))
                    .append("\n\n");
        }
        return out.toString().stripTrailing();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ModelPrompt.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The program's own file '" + name + "' cannot be read", e);
        }
    }
}
