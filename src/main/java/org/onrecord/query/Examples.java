// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.query.Question.Example;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.BaseIri;

/**
 * Replaces the examples of the program's questions by ones from the data of another home: things of the same kind that
 * give rows, first those that the home names by {@code void:exampleResource}, then the most referred to. The search is
 * bounded in tries and time.
 */
final class Examples {
    private static final int MAX_CANDIDATES = 8;
    private static final int MAX_TRIES = 32;
    private static final int MAX_SECONDS = 2;

    /** The triples that are read: of a large release, a part shows which things are referred to. */
    private static final int MAX_TRIPLES = 500_000;

    private final Release release;
    private final Binder binder;
    private final Map<String, List<String>> things;
    private final List<String> days;

    /** Prepares examples from the data of a release. */
    Examples(Release release) {
        this.release = release;
        this.binder = new Binder(Names.of(release));
        this.things = things(release.everything(), release.base());
        this.days = days(release.everything());
    }

    /** Kind to {@code kind/slug} of things, the best examples first; those of all kinds under the empty text. */
    private static Map<String, List<String>> things(Graph graph, BaseIri base) {
        Map<Node, Integer> uses = new HashMap<>();
        graph.stream()
                .limit(MAX_TRIPLES)
                .filter(triple -> base.isThing(triple.getObject()))
                .forEach(triple -> uses.merge(triple.getObject(), 1, Integer::sum));
        List<Node> named = graph.stream(base.datasetNode(), VOID.exampleResource.asNode(), Node.ANY)
                .map(Triple::getObject)
                .toList();
        Map<String, List<String>> things = uses.keySet().stream()
                .sorted(Comparator.comparing((Node thing) -> !named.contains(thing))
                        .thenComparing(thing -> -uses.getOrDefault(thing, 0))
                        .thenComparing(Node::getURI))
                .flatMap(thing -> base.slug(thing.getURI()).stream())
                .collect(Collectors.groupingBy(Examples::kind, HashMap::new, Collectors.toList()));
        things.put(
                "", things.values().stream().map(list -> list.get(0)).sorted().toList());
        return things;
    }

    /** The first and the last day of the data, or of a part of it. */
    private static List<String> days(Graph graph) {
        List<String> days = graph.stream()
                .limit(MAX_TRIPLES)
                .map(Triple::getObject)
                .filter(value -> value.isLiteral() && XSDDatatype.XSDdate.equals(value.getLiteralDatatype()))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
        return days.isEmpty() ? List.of() : List.of(days.get(0), days.get(days.size() - 1));
    }

    private static String kind(String slug) {
        return slug.substring(0, Math.max(0, slug.indexOf('/')));
    }

    /** The question with examples that give rows. */
    Question question(Question question) {
        List<Example> examples = new ArrayList<>();
        for (Example example : question.examples()) {
            Optional<Example> found = combinations(question, example)
                    .filter(candidate -> !examples.contains(candidate) && hasRows(question, candidate))
                    .findFirst();
            found.or(() -> combinations(question, example).findFirst().filter(first -> examples.isEmpty()))
                    .ifPresent(examples::add);
        }
        return examples.isEmpty() ? question : question.with(text(question, examples), release.base());
    }

    private boolean hasRows(Question question, Example example) {
        if (question.about().service()
                || !(binder.bind(question, example.values()) instanceof BindResult.Bound bound)) {
            return question.about().service();
        }
        Query query = bound.query();
        try (QueryExec execution = QueryExec.dataset(release.dataset())
                .query(isPlain(query) ? ask(query) : query)
                .timeout(MAX_SECONDS, TimeUnit.SECONDS)
                .build()) {
            return isPlain(query) || query.isAskType()
                    ? execution.ask()
                    : query.isSelectType()
                            ? execution.select().hasNext()
                            : !(query.isDescribeType() ? execution.describe() : execution.construct()).isEmpty();
        } catch (QueryCancelledException e) {
            return true;
        }
    }

    /** Whether a query has rows if and only if its pattern has solutions. */
    private static boolean isPlain(Query query) {
        return query.isSelectType()
                && !query.hasHaving()
                && (query.hasGroupBy() || !query.hasAggregators())
                && query.getOffset() <= 0;
    }

    /** Asks whether a pattern has solutions, which needs none but the first. */
    private static Query ask(Query query) {
        Query ask = QueryFactory.make();
        ask.setQueryAskType();
        ask.setQueryPattern(query.getQueryPattern());
        if (query.hasValues()) {
            ask.setValuesDataBlock(query.getValuesVariables(), query.getValuesData());
        }
        return ask;
    }

    /** Examples with the parameters of an example, those with the first candidates first. */
    private Stream<Example> combinations(Question question, Example example) {
        List<String> names = List.copyOf(example.values().keySet());
        List<List<List<String>>> candidates = names.stream()
                .map(name -> candidates(question, name, example.values().getOrDefault(name, List.of())))
                .toList();
        List<List<Integer>> chosen = List.of(List.of());
        for (List<List<String>> some : candidates) {
            chosen = chosen.stream()
                    .flatMap(before -> IntStream.range(0, some.size())
                            .mapToObj(index -> Stream.concat(before.stream(), Stream.of(index))
                                    .toList()))
                    .toList();
        }
        return chosen.stream()
                .sorted(Comparator.comparingInt(
                        indexes -> indexes.stream().mapToInt(Integer::intValue).sum()))
                .limit(MAX_TRIES)
                .map(indexes -> {
                    Map<String, List<String>> values = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        values.put(names.get(i), candidates.get(i).get(indexes.get(i)));
                    }
                    return new Example(values);
                });
    }

    /** Lists of values for a parameter, as many as an example has. */
    private List<List<String>> candidates(Question question, String name, List<String> values) {
        Optional<Parameter.Type> type = question.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::type)
                .findFirst();
        List<String> candidates = switch (type.orElse(Parameter.Type.TEXT)) {
            case ENTITY, ACTOR -> things(values.get(0));
            case DATE -> name.equals("to") ? days.stream().skip(1).toList() : days;
            case INTEGER -> halves(values.get(0));
            case CODE, TEXT -> List.of();
        };
        return candidates.size() < values.size()
                ? List.of(values)
                : IntStream.rangeClosed(0, candidates.size() - values.size())
                        .mapToObj(from -> candidates.subList(from, from + values.size()))
                        .limit(MAX_CANDIDATES)
                        .toList();
    }

    /** A number, half of it, and so on down to 1, for thresholds. */
    private static List<String> halves(String value) {
        return Stream.iterate(Long.parseLong(value), number -> number > 0, number -> number / 2)
                .map(String::valueOf)
                .toList();
    }

    private List<String> things(String value) {
        List<String> same = things.getOrDefault(kind(value), List.of());
        return same.isEmpty() ? things.getOrDefault("", List.of()) : same;
    }

    /** The text of a question with other examples, in header and {@code VALUES} blocks. */
    private String text(Question question, List<Example> examples) {
        List<String> lines = new ArrayList<>(question.source().lines().toList());
        int at = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith("#+ example:"))
                .findFirst()
                .orElse(0);
        lines.removeIf(line -> line.startsWith("#+ example:"));
        lines.addAll(
                at,
                examples.stream()
                        .map(example -> ("#+ example: " + example).strip())
                        .toList());
        String text = String.join("\n", lines) + "\n";
        for (Parameter parameter : question.parameters()) {
            List<String> values = examples.get(0).values().getOrDefault(parameter.name(), List.of());
            String rows = values.stream()
                    .flatMap(value -> parameter.term(value, release.base()).stream())
                    .map(NodeFmtLib::strNT)
                    .collect(Collectors.joining(" "));
            text = Pattern.compile("VALUES\\s+\\?" + parameter.name() + "\\s*\\{[^}]*}")
                    .matcher(text)
                    .replaceAll(Matcher.quoteReplacement(
                            "VALUES ?" + parameter.name() + " { " + (rows.isEmpty() ? "UNDEF" : rows) + " }"));
        }
        return text;
    }
}
