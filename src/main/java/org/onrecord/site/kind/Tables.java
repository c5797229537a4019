// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.ORG;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.site.thing.ValueCounts;
import org.onrecord.site.thing.ValueCounts.Values;
import org.onrecord.vocabulary.Rec;

/**
 * Filters and sorts statements.
 *
 * @param reading the graph
 * @param register its statements
 */
public record Tables(GraphReader reading, StatementIndex register) {
    /** Speakers of a side, which are all in an address. */
    private static final int MAX_VOICES = 20;

    /** Filters for things, by the property that leads to them. */
    private static final Map<String, Node> INDEXED =
            Map.of("speaker", Rec.SPEAKER, "about", Rec.ABOUT_ANY, "topic", Rec.ABOUT_ANY, "alsoAbout", Rec.ABOUT_ANY);

    /** Filters that exclude, by the filter that selects the same. */
    static final Map<String, String> EXCLUDING = Map.of("notSpeaker", "speaker", "notAbout", "alsoAbout");

    /** The value of {@code known} for what perhaps stands in the words of somebody else. */
    private static final String PERHAPS = "perhaps";

    /** The values of all facets but "at": the place of an event may change without its statements. */
    private static final Map<String, Values> VALUES = Map.of(
            "speaker",
            ValueCounts.SPEAKERS,
            "through",
            (index, line) -> line.voice().through().stream(),
            "known",
            (index, line) -> Stream.concat(
                    Stream.of(unlinked(line.voice().known())),
                    line.voice().perhaps().stream().map(other -> unlinked(PERHAPS))),
            "about",
            (index, line) -> index.aboutAny(line).stream().filter(ref -> !isTopic(ref)),
            "topic",
            (index, line) -> index.aboutAny(line).stream().filter(Tables::isTopic),
            "alsoAbout",
            ValueCounts.SUBJECTS,
            "act",
            (index, line) -> line.act().acts().stream(),
            "form",
            (index, line) -> Stream.of(line.act().form()),
            "depth",
            (index, line) -> Stream.of(unlinked(String.valueOf(line.voice().depth()))),
            "article",
            (index, line) -> Stream.of(line.source().article()));

    private static final Comparator<StatementLine> TEXT_ORDER = Comparator.comparing(
                    (StatementLine line) -> line.source().article().iri())
            .thenComparing(line -> line.source().start())
            .thenComparing(line -> line.self().iri());
    private static final Comparator<StatementLine> BY_SPEAKER = Comparator.comparing(
                    (StatementLine line) -> line.voice().speaker().label())
            .thenComparing(TEXT_ORDER);
    private static final Comparator<StatementLine> NEWEST = Comparator.comparing(
                    (StatementLine line) -> line.when().until().orElse(""), Comparator.reverseOrder())
            .thenComparing(line -> line.self().iri());

    /** The matching statements, sorted. */
    public List<StatementLine> rows(Filter filter) {
        Map<String, List<String>> narrowing = filter.narrowing();
        Comparator<StatementLine> order = order(filter);
        return indexed(narrowing)
                .map(some -> some.filter(line -> matches(line, narrowing)).sorted(order))
                .orElseGet(() -> register.all(order).stream().filter(line -> matches(line, narrowing)))
                .toList();
    }

    /** A link to the table of a filter. */
    public Block.Table table(Filter filter) {
        return new Block.Table(filter.href(), (int) matching(filter.narrowing()).count());
    }

    /** Of a filter by days, the statements without a date that it would have without days; empty if there are none. */
    public Optional<Block.Table> undated(Filter filter) {
        if (filter.all("from").isEmpty() && filter.all("to").isEmpty()) {
            return Optional.empty();
        }
        Filter any = filter.without("from").without("to");
        long undated = matching(any.narrowing())
                .filter(line ->
                        line.when().from().isEmpty() && line.when().until().isEmpty())
                .count();
        return Optional.of(new Block.Table(any.href(), (int) undated)).filter(table -> table.count() > 0);
    }

    /** The statements that filters select, unsorted. */
    Stream<StatementLine> matching(Map<String, List<String>> filters) {
        return indexed(filters).orElseGet(() -> register.all().stream()).filter(line -> matches(line, filters));
    }

    /** The statements with the values of one filter, by an index of the graph; empty if no filter has one. */
    private Optional<Stream<StatementLine>> indexed(Map<String, List<String>> filters) {
        if (filters.containsKey("at")) {
            return Optional.of(filters.getOrDefault("at", List.of()).stream()
                    .flatMap(where -> register.saidAt(thing(where)).stream())
                    .distinct());
        }
        return INDEXED.keySet().stream()
                .filter(filters::containsKey)
                .findFirst()
                .map(name -> filters.getOrDefault(name, List.of()).stream()
                        .flatMap(value ->
                                register.with(INDEXED.getOrDefault(name, Rec.ABOUT_ANY), thing(value)).stream())
                        .distinct());
    }

    /** The requested page, or the last one if there are fewer, with the equivalent query. */
    public StatementsPage page(Filter filter, Optional<String> query) {
        List<StatementLine> rows = rows(filter);
        int pages = StatementsPage.pages(rows.size());
        Filter shown = filter.page() > pages ? filter.at(pages) : filter;
        int from = (shown.page() - 1) * StatementsPage.SIZE;
        List<StatementLine> lines = rows.subList(from, Math.min(rows.size(), from + StatementsPage.SIZE));
        return new StatementsPage(
                shown, rows.size(), lines, new Facets(this, filter, rows).all(), query, undated(filter), List.of());
    }

    private static Comparator<StatementLine> order(Filter filter) {
        return switch (filter.first("sort").orElse("date")) {
            case "text" -> TEXT_ORDER;
            case "speaker" -> BY_SPEAKER;
            default -> NEWEST;
        };
    }

    /** The numbers of the values of a filter among some statements, or all. */
    ValueCounts counts(String name, Optional<Stream<StatementLine>> some) {
        return some.isEmpty() && VALUES.containsKey(name)
                ? register.counts(values(name))
                : ValueCounts.of(register, some.orElseGet(() -> register.all().stream()), values(name));
    }

    private Values values(String name) {
        return switch (name) {
            case "at" -> occasions();
            case "notSpeaker" -> (index, line) -> sides(line);
            default -> Objects.requireNonNull(VALUES.get(EXCLUDING.getOrDefault(name, name)));
        };
    }

    /** Where statements were made. The places of an event are read once. */
    private Values occasions() {
        Map<String, List<Ref>> occasions = new HashMap<>();
        return (index, line) -> line.when().occasion().stream()
                .flatMap(event -> occasions.computeIfAbsent(event.iri(), iri -> occasion(event)).stream());
    }

    /** An event and its places. */
    private List<Ref> occasion(Ref event) {
        return Stream.concat(Stream.of(event), reading.refs(GraphReader.node(event.iri()), Rec.PLACE).stream())
                .toList();
    }

    private static boolean isTopic(Ref ref) {
        return ref.kind().equals("topic");
    }

    private static Ref unlinked(String word) {
        return new Ref(word, word, Optional.empty(), false);
    }

    private boolean matches(StatementLine line, Map<String, List<String>> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> EXCLUDING.containsKey(filter.getKey())
                        != filter.getValue().stream().anyMatch(value -> matches(line, filter.getKey(), value)));
    }

    private boolean matches(StatementLine line, String name, String value) {
        return switch (name) {
            case "from" ->
                line.when()
                        .until()
                        .map(day -> day.compareTo(value) >= 0)
                        .orElse(line.when().from().isPresent());
            case "to" ->
                line.when()
                        .from()
                        .map(day -> day.compareTo(value) <= 0)
                        .orElse(line.when().until().isPresent());
            case "known" -> isKnown(line.voice(), value);
            case "about", "topic", "alsoAbout", "notAbout" -> reading.says(line.node(), Rec.ABOUT_ANY, thing(value));
            case "at" -> true; // the candidates are these
            default ->
                values(name)
                        .of(register, line)
                        .anyMatch(ref ->
                                ref.iri().equals(value) || Filter.value(ref).equals(value));
        };
    }

    /** Whether an actor, or somebody of that side, is the speaker. */
    public boolean isOf(StatementLine line, String actor) {
        return sides(line).anyMatch(ref -> Filter.value(ref).equals(actor));
    }

    /** The speaker and its sides. */
    private Stream<Ref> sides(StatementLine line) {
        Ref speaker = line.voice().speaker();
        return Stream.concat(Stream.of(speaker), reading.refs(GraphReader.node(speaker.iri()), Rec.SIDE).stream());
    }

    private static boolean isKnown(StatementLine.Voice voice, String how) {
        return switch (how) {
            case "direct" -> !voice.isReported();
            case PERHAPS -> voice.perhaps().isPresent();
            default -> voice.known().equals(how);
        };
    }

    private Node thing(String value) {
        return GraphReader.node(
                reading.base().below(value).isPresent() ? value : reading.base().thing(value));
    }

    /**
     * An actor and, of a state, those who belong to it and speak, or, of an organization, those who hold an office in it and
     * speak, if they are few: values of {@code speaker}.
     */
    public List<String> voices(Ref actor) {
        Node node = GraphReader.node(actor.iri());
        Stream<Node> holders = reading.subjects(ORG.organization.asNode(), node).stream()
                .flatMap(tenure -> reading.objects(tenure, ORG.member.asNode()).stream());
        List<String> all = Stream.concat(
                        Stream.of(actor),
                        Stream.concat(reading.subjects(Rec.SIDE, node).stream(), holders)
                                .filter(other ->
                                        !register.with(Rec.SPEAKER, other).isEmpty())
                                .map(reading::ref))
                .map(Filter::value)
                .distinct()
                .toList();
        return all.size() > MAX_VOICES ? all.subList(0, 1) : all;
    }

    /** The labels of selected values, for a title: {@code Joren Hask}. */
    public List<String> chosen(Filter filter) {
        return labels(filter, List.of("speaker", "through", "about", "topic", "alsoAbout", "at", "article"));
    }

    /** The labels of excluded values, for a title. */
    public List<String> excluded(Filter filter) {
        return labels(filter, List.of("notSpeaker", "notAbout"));
    }

    private List<String> labels(Filter filter, List<String> names) {
        return names.stream()
                .flatMap(name -> filter.all(name).stream())
                .map(value -> reading.label(thing(value)))
                .distinct()
                .toList();
    }
}
