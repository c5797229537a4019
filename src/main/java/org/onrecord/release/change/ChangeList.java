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
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.Withdrawal;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Rec;

/** Changes in Markdown: statements added, withdrawn and changed, then other things. */
public final class ChangeList {
    private static final String TYPE = "<" + RDF.type.getURI() + ">";
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>&]");
    private static final String CONTENT = "<" + Rec.CONTENT.getURI() + ">";

    private final BaseIri base;
    private final Map<String, Thing> things = new TreeMap<>();

    private ChangeList(BaseIri base) {
        this.base = base;
    }

    /** Changes of a thing and its parts. */
    private record Thing(String iri, List<TripleLine> withdrawn, List<TripleLine> added) {
        Kind kind() {
            boolean was = withdrawn.stream().anyMatch(this::definesType);
            boolean is = added.stream().anyMatch(this::definesType);
            return was == is ? Kind.CHANGED : is ? Kind.ADDED : Kind.WITHDRAWN;
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

    /** A line for each tombstone that only the newer release has. */
    private List<String> withdrawals(Changes changes) {
        Graph added = GraphMemFactory.createDefaultGraph();
        changes.graphs().stream()
                .flatMap(graph -> graph.added().stream())
                .map(TripleLine::of)
                .filter(line -> !line.hasBlankNode())
                .forEach(line -> added.add(line.triple()));
        return Withdrawal.all(added).stream()
                .map(withdrawal -> "`" + base.shortened(withdrawal.article().getURI()) + "`: on " + withdrawal.day()
                        + " by " + escaped(withdrawal.by()) + ". Reason: " + escaped(withdrawal.reason()))
                .toList();
    }

    private static List<String> lines(List<Thing> things, Kind kind, Function<Thing, String> text) {
        return things.stream().filter(thing -> thing.kind() == kind).map(text).toList();
    }

    /**
     * Writes the list.
     *
     * @param base the base of the home's IRIs
     */
    public static String markdown(Changes changes, BaseIri base) {
        return new ChangeList(base).markdown(changes);
    }

    private String markdown(Changes changes) {
        changes.graphs().stream()
                .filter(graph -> !ReleaseHash.isDerived(graph.graph()))
                .forEach(this::sort);
        StringBuilder out = new StringBuilder(
                "# What changed\n\nFrom release `" + changes.from() + "`  \nto release `" + changes.to() + "`.\n");
        if (changes.graphs().isEmpty()) {
            return out.append("\nNo changes: the releases are equal.\n").toString();
        }
        Map<Boolean, List<Thing>> all = things.values().stream()
                .collect(Collectors.partitioningBy(
                        thing -> base.kind(thing.iri()).equals("statement")));
        List<Thing> statements = all.getOrDefault(true, List.of());
        List<Thing> others = all.getOrDefault(false, List.of());
        section("Articles withdrawn", withdrawals(changes), out);
        section("Statements added", lines(statements, Kind.ADDED, thing -> name(thing) + content(thing.added())), out);
        section(
                "Statements withdrawn",
                lines(statements, Kind.WITHDRAWN, thing -> name(thing) + content(thing.withdrawn())),
                out);
        section("Statements changed", lines(statements, Kind.CHANGED, this::change), out);
        section("Other things added", lines(others, Kind.ADDED, this::change), out);
        section("Other things withdrawn", lines(others, Kind.WITHDRAWN, this::change), out);
        section("Other things changed", lines(others, Kind.CHANGED, this::change), out);
        section("Graphs changed", changes.graphs().stream().map(this::graph).toList(), out);
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
        boolean part = base.slug(iri).isPresent() && iri.indexOf('#') > 0;
        return things.computeIfAbsent(
                part ? iri.substring(0, iri.indexOf('#')) : iri,
                owner -> new Thing(owner, new ArrayList<>(), new ArrayList<>()));
    }

    private String name(Thing thing) {
        return "`" + base.shortened(thing.iri()) + "`";
    }

    private String change(Thing thing) {
        StringBuilder out = new StringBuilder(name(thing));
        thing.withdrawn().forEach(line -> out.append("\n  - was: ").append(line(thing, line)));
        thing.added().forEach(line -> out.append("\n  - is: ").append(line(thing, line)));
        return out.toString();
    }

    private String line(Thing thing, TripleLine line) {
        String subject = line.subject().contains("#") && line.subject().startsWith("<" + thing.iri())
                ? line.subject()
                                .substring(
                                        line.subject().indexOf('#'),
                                        line.subject().length() - 1) + " "
                : "";
        return escaped(subject + base.shortened(term(line.predicate())) + " " + base.shortened(term(line.object())));
    }

    /** Escapes Markdown and removes line ends. */
    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$0").replaceAll("\\R", " ");
    }

    private static String term(String written) {
        return written.startsWith("<") ? written.substring(1, written.length() - 1) : written;
    }

    private String graph(GraphChange graph) {
        return "`" + base.shortened(graph.graph()) + "`: "
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
