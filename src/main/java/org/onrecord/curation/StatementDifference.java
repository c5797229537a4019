// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.onrecord.source.Layout;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Rec;

/**
 * The difference between two versions of the graph of an article, by statement. Immutable.
 *
 * @param statements a line for each statement added or withdrawn; for each changed one a line, and one for each property
 * @param others the same for other things, such as the article or the status of an agreement
 * @param mentions the number of mentions added, withdrawn and changed
 */
public record StatementDifference(List<String> statements, List<String> others, Counts mentions) {
    public StatementDifference {
        statements = List.copyOf(statements);
        others = List.copyOf(others);
    }

    /**
     * The number of things that differ.
     *
     * @param added only in the newer version
     * @param withdrawn only in the older version
     * @param changed in both, with other triples
     */
    public record Counts(int added, int withdrawn, int changed) {
        private static Counts of(List<Thing> things) {
            return new Counts(count(things, Kind.ADDED), count(things, Kind.WITHDRAWN), count(things, Kind.CHANGED));
        }

        private static int count(List<Thing> things, Kind kind) {
            return (int) things.stream().filter(thing -> thing.kind() == kind).count();
        }

        /** For example {@code 2 added, 1 withdrawn, 0 changed}. */
        @Override
        public String toString() {
            return added + " added, " + withdrawn + " withdrawn, " + changed + " changed";
        }
    }

    private enum Kind {
        ADDED,
        WITHDRAWN,
        CHANGED
    }

    /** A thing and its parts in both versions: only the triples that differ, and its type and content. */
    private record Thing(Node node, List<Triple> was, List<Triple> is, Optional<Node> oldType, Optional<Node> newType) {
        Kind kind() {
            return oldType.isEmpty() && newType.isPresent()
                    ? Kind.ADDED
                    : oldType.isPresent() && newType.isEmpty() ? Kind.WITHDRAWN : Kind.CHANGED;
        }

        boolean isA(Node type) {
            return newType.or(() -> oldType).filter(type::equals).isPresent();
        }
    }

    /**
     * Compares two versions.
     *
     * @param older the graph before, empty for a new article
     * @param newer the graph after, empty for a removed one
     * @param base the base of the home's IRIs
     */
    public static StatementDifference between(Graph older, Graph newer, BaseIri base) {
        List<Thing> things = things(older, newer, base);
        Layout layout = Layout.of(base);
        List<String> statements = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Thing thing : things) {
            if (thing.isA(Rec.STATEMENT)) {
                statements.addAll(lines(thing, layout));
            } else if (!thing.isA(Rec.MENTION)) {
                others.addAll(lines(thing, layout));
            }
        }
        return new StatementDifference(
                statements,
                others,
                Counts.of(
                        things.stream().filter(thing -> thing.isA(Rec.MENTION)).toList()));
    }

    /** Whether the versions are equal. */
    public boolean isEmpty() {
        return statements.isEmpty() && others.isEmpty() && mentions.equals(new Counts(0, 0, 0));
    }

    /** The lines for a console. */
    public List<String> lines() {
        return isEmpty()
                ? List.of("No changes.")
                : Stream.of(statements, others, List.of("mentions: " + mentions))
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<Thing> things(Graph older, Graph newer, BaseIri base) {
        Map<Node, List<Triple>> was = byOwner(older, newer, base);
        Map<Node, List<Triple>> is = byOwner(newer, older, base);
        TreeSet<Node> owners = new TreeSet<>(TermOrder.TERMS);
        owners.addAll(was.keySet());
        owners.addAll(is.keySet());
        return owners.stream()
                .map(owner -> new Thing(
                        owner,
                        was.getOrDefault(owner, List.of()),
                        is.getOrDefault(owner, List.of()),
                        type(older, owner),
                        type(newer, owner)))
                .toList();
    }

    /** The triples of a graph that another lacks, by the thing they are about. */
    private static Map<Node, List<Triple>> byOwner(Graph graph, Graph other, BaseIri base) {
        return graph.stream()
                .filter(triple -> !other.contains(triple))
                .collect(Collectors.groupingBy(triple -> owner(triple.getSubject(), base)));
    }

    /** The statement or mention that a part belongs to; any other node itself. */
    private static Node owner(Node subject, BaseIri base) {
        if (!subject.isURI()) {
            return subject;
        }
        String iri = subject.getURI();
        if (base.kind(iri).equals("statement")) {
            return NodeFactory.createURI(iri.replaceFirst("#.*", ""));
        }
        return NodeFactory.createURI(iri.replaceFirst("(#mention-\\d+-\\d+(?:-\\d+)?)-(?:span|position)$", "$1"));
    }

    private static Optional<Node> type(Graph graph, Node node) {
        return graph.stream(node, RDF.Nodes.type, Node.ANY)
                .map(Triple::getObject)
                .findFirst();
    }

    private static List<String> lines(Thing thing, Layout layout) {
        String name = layout.shorten(thing.node());
        return switch (thing.kind()) {
            case ADDED -> List.of("added      " + name + content(thing.is()));
            case WITHDRAWN -> List.of("withdrawn  " + name + content(thing.was()));
            case CHANGED -> {
                List<String> lines = new ArrayList<>(List.of("changed    " + name));
                lines.addAll(properties(thing, layout));
                yield lines;
            }
        };
    }

    private static String content(List<Triple> triples) {
        return triples.stream()
                .filter(triple -> triple.getPredicate().equals(Rec.CONTENT))
                .map(triple -> ": " + triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse("");
    }

    private static List<String> properties(Thing thing, Layout layout) {
        Map<String, List<String>> was = values(thing, thing.was(), layout);
        Map<String, List<String>> is = values(thing, thing.is(), layout);
        TreeSet<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        return all.stream()
                .map(property ->
                        "           " + property + ": " + text(was.get(property)) + " -> " + text(is.get(property)))
                .toList();
    }

    private static Map<String, List<String>> values(Thing thing, List<Triple> triples, Layout layout) {
        return triples.stream()
                .collect(Collectors.groupingBy(
                        triple -> property(thing, triple, layout),
                        TreeMap::new,
                        Collectors.mapping(triple -> layout.shorten(triple.getObject()), Collectors.toList())));
    }

    private static String property(Thing thing, Triple triple, Layout layout) {
        String predicate = layout.shorten(triple.getPredicate());
        String subject = triple.getSubject().toString();
        String owner = thing.node().toString();
        return subject.equals(owner) ? predicate : subject.substring(owner.length()) + " " + predicate;
    }

    private static String text(@Nullable List<String> values) {
        return values == null ? "(none)" : values.stream().sorted().collect(Collectors.joining(", "));
    }
}
