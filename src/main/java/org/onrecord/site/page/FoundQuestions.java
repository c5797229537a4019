// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Parameter;
import org.onrecord.query.PhraseIndex;
import org.onrecord.query.Question;
import org.onrecord.search.Found;
import org.onrecord.site.guide.QuestionPage;
import org.onrecord.site.guide.SearchPage.Answered;
import org.onrecord.site.guide.SearchPage.Row;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.page.Days.Interval;
import org.onrecord.site.page.NamedParts.Part;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Kind;

/** The questions of the catalogue that a search text asks, with the things, days and numbers that it names as values. */
final class FoundQuestions {
    private static final int MAX_ROWS = 5;
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]{1,4}\\b");

    /** What the line of a statement shows, and what a row needs no words for. */
    private static final Set<String> SHOWN = Set.of(
            "speaker",
            "speakerName",
            "through",
            "throughName",
            "content",
            "earliest",
            "latest",
            "dateBasis",
            "article",
            "headline",
            "statement",
            "sameActAs",
            "depth",
            "level",
            "teller",
            "subjects",
            "provision",
            "occasion",
            "occasionName",
            "placeName",
            "officeName",
            "capacity",
            "form",
            "start",
            "end",
            "mention",
            "span",
            "digest");

    private final StatementIndex register;
    private final GuidePages guides;
    private final PhraseIndex<Question> index;

    FoundQuestions(StatementIndex register, GuidePages guides, Catalogue catalogue) {
        this.register = register;
        this.guides = guides;
        this.index = new PhraseIndex<>(
                catalogue.questions().stream().map(PhraseIndex::entry).toList());
    }

    /**
     * A question with values.
     *
     * @param question the question
     * @param values its values, as far as the text has them
     */
    record Filled(Question question, Map<String, List<String>> values) {
        /** Whether it can be asked. */
        boolean complete() {
            return question.parameters().stream()
                    .allMatch(parameter -> parameter.optional() || values.containsKey(parameter.name()));
        }

        private Filled with(Map<String, List<String>> others) {
            return new Filled(question, others);
        }

        /** The link to it. */
        QuestionPage.Choice choice() {
            return new QuestionPage.Choice(
                    question.about().title(),
                    Filter.href("/queries/" + question.name(), complete() ? values : Map.of()));
        }
    }

    /**
     * The questions, the best first.
     *
     * @param hits what has the words of the text
     */
    List<Filled> find(String query, Found hits, NamedParts named, List<Interval> days) {
        List<String> content = hits.words();
        Set<String> names = named.all().stream()
                .flatMap(part -> Stream.of(part.words().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")))
                .collect(Collectors.toSet());
        List<String> free =
                content.stream().filter(word -> !names.contains(word)).toList();
        String text = query + " " + String.join(" ", kinds(named));
        List<PhraseIndex.Hit<Question>> found = index.find(text, free);
        return (found.isEmpty() ? index.find(text, content) : found)
                .stream()
                        .map(hit -> scored(hit, fill(hit.thing(), query, named, days), hits))
                        .sorted(Comparator.comparingDouble(hit -> -hit.score()))
                        .map(PhraseIndex.Hit::thing)
                        .toList();
    }

    /** A filled question; one that takes what the text names is better. */
    private static PhraseIndex.Hit<Filled> scored(PhraseIndex.Hit<Question> hit, Filled filled, Found hits) {
        Filled complete = filled.complete() ? filled : filled.with(called(filled, hits));
        boolean takes = complete.question().parameters().stream()
                .anyMatch(parameter -> parameter.isThing() && complete.values().containsKey(parameter.name()));
        return new PhraseIndex.Hit<>(complete, hit.score() + (takes ? 1 : 0));
    }

    /** Things with the words of the text for the parameters that have no value. */
    private static Map<String, List<String>> called(Filled filled, Found hits) {
        Map<String, List<String>> values = new LinkedHashMap<>(filled.values());
        filled.question().parameters().stream()
                .filter(parameter -> parameter.isThing() && !parameter.optional())
                .forEach(parameter -> hits.hits().stream()
                        .filter(hit -> hits.least() == hits.searched().size()
                                && kinds(filled.question(), parameter).contains(hit.kind()))
                        .findFirst()
                        .ifPresent(hit -> values.putIfAbsent(
                                parameter.name(), List.of(hit.iri().replaceFirst("^.*/(?=[^/]+/[^/]+$)", "")))));
        return values;
    }

    /** The kinds of the things that are named; {@code metonym} for the name of a thing that stands for an actor. */
    private static Set<String> kinds(NamedParts named) {
        return named.all().stream()
                .flatMap(part -> Stream.concat(
                        part.meanings().stream().map(Candidate::kind),
                        named.one().isPresent() && part.meanings().size() > 1 ? Stream.of("metonym") : Stream.empty()))
                .collect(Collectors.toSet());
    }

    private static Filled fill(Question question, String query, NamedParts named, List<Interval> days) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<Part> left = new ArrayList<>(named.all());
        named.speaker().ifPresent(who -> left.add(0, left.remove(left.indexOf(who))));
        for (Parameter parameter : question.parameters()) {
            Optional<String> value = switch (parameter.type()) {
                case ENTITY, ACTOR -> take(question, parameter, left);
                case DATE ->
                    days.stream()
                            .findFirst()
                            .map(day -> parameter.name().equals("to") ? day.until() : day.from())
                            .map(Object::toString);
                case INTEGER ->
                    NUMBER.matcher(query)
                            .results()
                            .map(MatchResult::group)
                            .findFirst()
                            .or(() -> examples(question, parameter).findFirst());
                default -> Optional.empty();
            };
            value.ifPresent(given -> values.put(parameter.name(), List.of(given)));
        }
        return new Filled(question, values);
    }

    /** Takes the first thing that fits a parameter. */
    private static Optional<String> take(Question question, Parameter parameter, List<Part> left) {
        Set<String> kinds = kinds(question, parameter);
        for (Part part : left) {
            Optional<Candidate> fit = part.meanings().stream()
                    .filter(meant -> accepts(parameter, kinds, meant.kind()))
                    .findFirst();
            if (fit.isPresent()) {
                left.remove(part);
                return fit.map(Candidate::slug);
            }
        }
        return Optional.empty();
    }

    /** Whether a parameter takes a kind of things: that of its examples, or others of the same group. */
    private static boolean accepts(Parameter parameter, Set<String> kinds, String kind) {
        return kinds.contains(kind)
                || !parameter.label().equalsIgnoreCase("state")
                        && Stream.of(Kind.ACTORS, Kind.PLACES)
                                .anyMatch(group -> group.containsAll(kinds) && group.contains(kind))
                || parameter.type() == Parameter.Type.ENTITY
                        && parameter.label().startsWith("Entity");
    }

    private static Set<String> kinds(Question question, Parameter parameter) {
        return examples(question, parameter)
                .filter(value -> value.contains("/"))
                .map(value -> value.substring(0, value.indexOf('/')))
                .collect(Collectors.toSet());
    }

    private static Stream<String> examples(Question question, Parameter parameter) {
        return question.examples().stream()
                .flatMap(example -> example.values().getOrDefault(parameter.name(), List.of()).stream());
    }

    /** The first rows of a question; empty if it cannot be asked here. */
    Optional<Answered> answer(Filled filled, Found found, Function<Query, Answer> execute) {
        if (!filled.complete() || filled.question().about().service()) {
            return Optional.empty();
        }
        QuestionPage page = guides.reply(filled.question(), filled.values(), execute);
        return page.table().map(table -> {
            List<Row> rows = table.rows().stream()
                    .map(cells -> row(page, table.columns(), cells))
                    .toList();
            return new Answered(
                    page, once(Ranking.of(found).first(rows, rows.size(), FoundQuestions::text)), guides.nothing(page));
        });
    }

    /** The first rows, with each statement once. */
    private static List<Row> once(List<Row> rows) {
        Set<String> shown = new HashSet<>();
        return rows.stream()
                .filter(row -> row.line().map(line -> shown.add(line.slug())).orElse(true))
                .limit(MAX_ROWS)
                .toList();
    }

    /** A row as the line of its statement and the other cells. */
    private Row row(QuestionPage page, List<String> columns, List<Cell> cells) {
        Optional<StatementLine> line = IntStream.range(0, columns.size())
                .filter(at ->
                        columns.get(at).equals("content") || columns.get(at).equals("statement"))
                .boxed()
                .flatMap(at -> cells.get(at).refs().stream())
                .flatMap(ref -> register.line(ref.iri()).stream())
                .findFirst();
        List<Integer> others = IntStream.range(0, columns.size())
                .filter(at -> line.isEmpty() || !SHOWN.contains(columns.get(at)))
                .filter(at -> isTold(page, cells.get(at), line))
                .boxed()
                .toList();
        return new Row(
                others.stream().map(columns::get).toList(),
                others.stream().map(cells::get).toList(),
                line);
    }

    /** Whether a cell tells more than the values of the question and the statement of its row. */
    private static boolean isTold(QuestionPage page, Cell cell, Optional<StatementLine> line) {
        if (cell.refs().isEmpty()) {
            return !cell.text().isEmpty()
                    && line.filter(shown -> shown.content().equals(cell.text())).isEmpty();
        }
        List<String> things = cell.refs().stream().map(ref -> ref.shortIri()).toList();
        return !page.values().containsValue(things);
    }

    private static String text(Row row) {
        return Stream.concat(
                        row.cells().stream()
                                .flatMap(cell -> Stream.concat(
                                        Stream.of(cell.text()),
                                        cell.refs().stream().map(ref -> ref.label()))),
                        row.line().stream().map(line -> line.voice().speaker().label() + " " + line.content()))
                .collect(Collectors.joining(" "));
    }
}
