// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** Changes in Markdown: statements added, withdrawn and changed, then other things. */
public final class ChangeList {
    private static final String TYPE = "<" + RDF.type.getURI() + ">";
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>&]");
    private static final String CONTENT = "<" + Rec.CONTENT.getURI() + ">";
    private static final String DERIVED = Namespace.GRAPHS + "derived-";

    private final Map<String, Thing> things = new TreeMap<>();

    private ChangeList() {}

    /** Changes of a thing and its parts. */
    private record Thing(String iri, List<TripleLine> withdrawn, List<TripleLine> added) {
        Kind kind() {
            boolean was = withdrawn.stream().anyMatch(this::definesType);
            boolean is = added.stream().anyMatch(this::definesType);
            return was == is ? Kind.CHANGED : is ? Kind.ADDED : Kind.WITHDRAWN;
        }

        boolean isStatement() {
            return iri.startsWith(Namespace.THINGS + "statement/");
        }

        private boolean definesType(TripleLine line) {
            return line.predicate().equals(TYPE) && line.subject().equals("<" + iri + ">");
        }
    }

    private enum Kind {
        ADDED,
        WITHDRAWN,
        CHANGED
    }

    private static String content(List<TripleLine> lines) {
        Optional<TripleLine> content =
                lines.stream().filter(line -> line.predicate().equals(CONTENT)).findFirst();
        return content.map(line -> ": " + escaped(line.triple().getObject().getLiteralLexicalForm()))
                .orElse("");
    }

    private static List<String> lines(List<Thing> things, Kind kind, Function<Thing, String> text) {
        return things.stream().filter(thing -> thing.kind() == kind).map(text).toList();
    }

    /** Writes the list. */
    public static String markdown(Changes changes) {
        ChangeList list = new ChangeList();
        changes.graphs().stream()
                .filter(graph -> !graph.graph().startsWith(DERIVED))
                .forEach(list::sort);
        StringBuilder out = new StringBuilder(
                "# What changed\n\nFrom release `" + changes.from() + "`  \nto release `" + changes.to() + "`.\n");
        if (changes.graphs().isEmpty()) {
            return out.append("\nNo changes: the releases are equal.\n").toString();
        }
        Map<Boolean, List<Thing>> all =
                list.things.values().stream().collect(Collectors.partitioningBy(Thing::isStatement));
        List<Thing> statements = all.getOrDefault(true, List.of());
        List<Thing> others = all.getOrDefault(false, List.of());
        section("Statements added", lines(statements, Kind.ADDED, thing -> name(thing) + content(thing.added())), out);
        section(
                "Statements withdrawn",
                lines(statements, Kind.WITHDRAWN, thing -> name(thing) + content(thing.withdrawn())),
                out);
        section("Statements changed", lines(statements, Kind.CHANGED, ChangeList::change), out);
        section("Other things added", lines(others, Kind.ADDED, ChangeList::change), out);
        section("Other things withdrawn", lines(others, Kind.WITHDRAWN, ChangeList::change), out);
        section("Other things changed", lines(others, Kind.CHANGED, ChangeList::change), out);
        section(
                "Graphs changed",
                changes.graphs().stream().map(ChangeList::graph).toList(),
                out);
        return out.toString();
    }

    private void sort(GraphChange graph) {
        List<String> removed = new ArrayList<>(graph.withdrawn());
        removed.removeAll(graph.added());
        List<String> inserted = new ArrayList<>(graph.added());
        inserted.removeAll(graph.withdrawn());
        removed.forEach(line -> thing(line).withdrawn().add(TripleLine.of(line)));
        inserted.forEach(line -> thing(line).added().add(TripleLine.of(line)));
    }

    /** The thing that a line belongs to: its subject without fragment, except for ontology terms. */
    private Thing thing(String line) {
        String subject = TripleLine.of(line).subject();
        String iri = subject.startsWith("_:") ? "(blank nodes)" : subject.substring(1, subject.length() - 1);
        boolean part = iri.startsWith(Namespace.THINGS) && iri.indexOf('#') > 0;
        return things.computeIfAbsent(
                part ? iri.substring(0, iri.indexOf('#')) : iri,
                owner -> new Thing(owner, new ArrayList<>(), new ArrayList<>()));
    }

    private static String name(Thing thing) {
        return "`" + Namespace.shortened(thing.iri()) + "`";
    }

    private static String change(Thing thing) {
        StringBuilder out = new StringBuilder(name(thing));
        thing.withdrawn().forEach(line -> out.append("\n  - was: ").append(line(thing, line)));
        thing.added().forEach(line -> out.append("\n  - is: ").append(line(thing, line)));
        return out.toString();
    }

    private static String line(Thing thing, TripleLine line) {
        String subject = line.subject().contains("#") && line.subject().startsWith("<" + thing.iri())
                ? line.subject()
                                .substring(
                                        line.subject().indexOf('#'),
                                        line.subject().length() - 1) + " "
                : "";
        return escaped(
                subject + Namespace.shortened(term(line.predicate())) + " " + Namespace.shortened(term(line.object())));
    }

    /** Escapes Markdown and removes line ends. */
    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$0").replaceAll("\\R", " ");
    }

    private static String term(String written) {
        return written.startsWith("<") ? written.substring(1, written.length() - 1) : written;
    }

    private static String graph(GraphChange graph) {
        return "`" + Namespace.shortened(graph.graph()) + "`: "
                + count(graph.added().size()) + " added, "
                + graph.withdrawn().size() + " withdrawn"
                + (graph.whole() ? " (replaced completely: it has blank nodes)" : "");
    }

    private static String count(int triples) {
        return triples == 1 ? "1 triple" : triples + " triples";
    }

    private static void section(String title, List<String> lines, StringBuilder out) {
        if (!lines.isEmpty()) {
            out.append("\n## ").append(title).append(" (").append(lines.size()).append(")\n\n");
            lines.forEach(line -> out.append("- ").append(line).append('\n'));
        }
    }
}
