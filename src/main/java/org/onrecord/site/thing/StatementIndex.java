// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.onrecord.engine.Change;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.Rec;

/** The statements of a graph, sorted by article and position. Immutable. */
public final class StatementIndex {
    private static final Comparator<StatementLine> ORDER = Comparator.comparing(
                    (StatementLine line) -> line.source().article().iri())
            .thenComparing(line -> line.source().start())
            .thenComparing(line -> line.voice().depth())
            .thenComparing(line -> line.self().iri());

    /** The length of a date without time zone. */
    private static final int ISO_LENGTH = 10;

    /** Statements within one another that are followed. */
    private static final int MAX_DEPTH = 20;

    private final GraphReader reading;
    private final List<StatementLine> all;
    /** The place of each statement in {@link #all}. */
    private final Map<Node, Integer> places;

    private final Map<Node, List<Ref>> broader;
    private final NavigableSet<LocalDate> days;
    private final Map<ValueCounts.Values, ValueCounts> counts = new ConcurrentHashMap<>();
    private final Map<Comparator<StatementLine>, List<StatementLine>> orders = new ConcurrentHashMap<>();

    /** Reads the statements of a graph. */
    public StatementIndex(GraphReader reading) {
        this(reading, List.of(), Map.of(), Set.copyOf(reading.instances(Rec.STATEMENT)));
    }

    /** Reads changed statements, which may not exist any more; the others are known. */
    private StatementIndex(
            GraphReader reading, List<StatementLine> known, Map<Node, List<Ref>> knownBroader, Set<Node> changed) {
        this.reading = reading;
        this.broader = new HashMap<>(knownBroader);
        broader.keySet().removeAll(changed);
        List<StatementLine> read = new ArrayList<>(known);
        read.removeIf(line -> changed.contains(line.node()));
        changed.stream()
                .filter(statement -> reading.isInstance(statement, Rec.STATEMENT))
                .forEach(statement -> {
                    read.add(read(statement));
                    broader.put(statement, reading.refs(statement, Rec.ABOUT_ANY));
                });
        read.sort(ORDER);
        this.all = List.copyOf(read);
        this.places = IntStream.range(0, all.size())
                .boxed()
                .collect(Collectors.toMap(at -> all.get(at).node(), at -> at));
        NavigableSet<LocalDate> certain =
                days(all.stream().filter(line -> line.when().isOneDay()));
        this.days = certain.isEmpty() ? days(all.stream()) : certain;
    }

    private static NavigableSet<LocalDate> days(Stream<StatementLine> lines) {
        return Collections.unmodifiableNavigableSet(lines.flatMap(line ->
                        Stream.of(line.when().from(), line.when().until()).flatMap(Optional::stream))
                .filter(day -> day.length() == ISO_LENGTH)
                .distinct()
                .map(LocalDate::parse)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The statements of a release. */
    public static StatementIndex of(Release release) {
        return release.index(
                StatementIndex.class,
                indexed -> new StatementIndex(GraphReader.of(indexed)),
                (before, change) -> before.after(change, GraphReader.of(release)));
    }

    /** The statements after a change; empty if the hierarchy of classes changed. */
    Optional<StatementIndex> after(Change change, GraphReader changed) {
        if (!ChangedStatements.isLocal(change)) {
            return Optional.empty();
        }
        Set<Node> statements = new ChangedStatements(change, changed).all();
        StatementIndex next = new StatementIndex(changed, all, broader, statements);
        counts.forEach((values, known) -> next.counts.put(values, known.after(this, next, statements, values)));
        return Optional.of(next);
    }

    /** The days on which something was stated; if none is known, those on which something first or last may have been. */
    public NavigableSet<LocalDate> days() {
        return days;
    }

    /** All statements. */
    public List<StatementLine> all() {
        return all;
    }

    /** All statements in an order, which is kept. */
    public List<StatementLine> all(Comparator<StatementLine> order) {
        return orders.computeIfAbsent(order, key -> all.stream().sorted(key).toList());
    }

    /** The statement with an IRI. */
    public Optional<StatementLine> line(String iri) {
        return line(GraphReader.node(iri));
    }

    Optional<StatementLine> line(Node statement) {
        return Optional.ofNullable(places.get(statement)).map(all::get);
    }

    /**
     * The number of statements of each value; kept, for the releases that follow too.
     *
     * @param values a constant, which depends on nothing but the line of a statement and its subjects
     */
    public ValueCounts counts(ValueCounts.Values values) {
        return counts.computeIfAbsent(values, key -> ValueCounts.of(this, all.stream(), key));
    }

    /** The matching statements. */
    public List<StatementLine> where(Predicate<StatementLine> fits) {
        return all.stream().filter(fits).toList();
    }

    /** The direct and indirect subjects of a statement, including topics. */
    public List<Ref> aboutAny(StatementLine line) {
        return broader.getOrDefault(line.node(), List.of());
    }

    /** The statements with a property value. */
    public List<StatementLine> with(Node property, Node value) {
        return lines(reading.anySubjects(property, value));
    }

    /** The statements made at an event, a part of it, or an event in a place or of an organizer. */
    public List<StatementLine> saidAt(Node where) {
        Set<Node> events = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(reading.subjects(Rec.PLACE, where));
        open.addAll(reading.subjects(Rec.ORGANIZER, where));
        open.add(where);
        while (!open.isEmpty()) {
            Node event = open.remove();
            if (events.add(event)) {
                open.addAll(reading.subjects(Rec.PART_OF, event));
            }
        }
        return lines(events.stream().flatMap(event -> reading.anySubjects(Rec.OCCASION, event)));
    }

    private List<StatementLine> lines(Stream<Node> statements) {
        return statements
                .flatMap(node -> Optional.ofNullable(places.get(node)).stream())
                .mapToInt(at -> at)
                .sorted()
                .distinct()
                .mapToObj(all::get)
                .toList();
    }

    /** The statements that are values of a property. */
    public List<StatementLine> named(Node statement, Node property) {
        return reading.objects(statement, property).stream()
                .flatMap(node -> line(node).stream())
                .toList();
    }

    private StatementLine read(Node statement) {
        StatementLine.Matter matter = new StatementLine.Matter(reading.refs(statement, Rec.ABOUT), quotes(statement));
        return new StatementLine(
                reading.ref(statement),
                voice(statement),
                reading.text(statement, Rec.CONTENT).orElse(""),
                matter,
                act(statement),
                when(statement),
                source(statement));
    }

    private StatementLine.Voice voice(Node statement) {
        int depth = reading.text(statement, Rec.DEPTH).map(Integer::valueOf).orElse(0);
        boolean reportsOnly =
                reading.text(statement, Rec.REPORTS_ONLY).map("true"::equals).orElse(false);
        return new StatementLine.Voice(
                one(statement, Rec.SPEAKER),
                reading.ref(statement, Rec.CAPACITY),
                List.copyOf(through(statement)),
                perhaps(statement),
                depth,
                reportsOnly,
                reading.ref(statement, Rec.REVIEW_STATUS)
                        .filter(status -> status.slug().equals("proposed"))
                        .isPresent());
    }

    private StatementLine.Act act(Node statement) {
        return new StatementLine.Act(
                one(statement, Rec.FORM),
                reading.refs(statement, Rec.SPEECH_ACT),
                reading.ref(statement, Rec.FIRST_REPORT)
                        .filter(first -> !first.iri().equals(statement.getURI())));
    }

    /** The speaker of the statement that this one, or the one that reports it, is possibly part of. */
    private Optional<Ref> perhaps(Node statement) {
        return reading.object(statement, Rec.POSSIBLY_WITHIN)
                .or(() -> reading.object(statement, Rec.WITHIN)
                        .flatMap(outer -> reading.object(outer, Rec.POSSIBLY_WITHIN)))
                .flatMap(other -> reading.ref(other, Rec.SPEAKER));
    }

    /** The chain of reporters, outermost first. */
    private Deque<Ref> through(Node statement) {
        Deque<Ref> chain = new ArrayDeque<>();
        Stream.concat(Stream.of(statement), outer(statement))
                .forEach(inner -> reading.ref(inner, Rec.VIA).ifPresent(chain::addFirst));
        return chain;
    }

    private StatementLine.When when(Node statement) {
        Optional<String> day = reading.text(statement, Rec.STATED_ON);
        Optional<String> from = day.or(() -> reading.text(statement, Rec.STATED_FROM));
        Optional<String> until = day.or(() -> reading.text(statement, Rec.STATED_UNTIL));
        return new StatementLine.When(
                from,
                until,
                one(statement, Rec.DATE_BASIS),
                reading.text(statement, Rec.DATE_WORDS),
                reading.ref(statement, Rec.OCCASION),
                from.or(() -> until).isPresent() ? Optional.empty() : reported(statement));
    }

    /** The day of the nearest statement with a day that this one is part of. */
    private Optional<String> reported(Node statement) {
        return outer(statement)
                .flatMap(reporting -> reading.text(reporting, Rec.STATED_ON).stream())
                .findFirst();
    }

    /** The statements that this one is part of, innermost first. */
    private Stream<Node> outer(Node statement) {
        return Stream.iterate(
                        reading.object(statement, Rec.WITHIN),
                        Optional::isPresent,
                        at -> at.flatMap(inner -> reading.object(inner, Rec.WITHIN)))
                .limit(MAX_DEPTH)
                .flatMap(Optional::stream);
    }

    private StatementLine.Source source(Node statement) {
        return new StatementLine.Source(one(statement, Rec.REPORTED_IN), Spot.all(reading, statement, Rec.EVIDENCE));
    }

    /** The quotations in text order. */
    private List<String> quotes(Node statement) {
        List<String> printed = Spot.all(reading, statement, Rec.QUOTE_EVIDENCE).stream()
                .flatMap(spot -> spot.words().stream())
                .toList();
        return printed.isEmpty()
                ? reading.objects(statement, Rec.QUOTE).stream()
                        .map(reading::label)
                        .toList()
                : printed;
    }

    private Ref one(Node statement, Node property) {
        return reading.ref(statement, property).orElse(new Ref("", "", Optional.empty(), false));
    }
}
