// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;
import org.onrecord.query.Parameter;
import org.onrecord.query.Question;
import org.onrecord.release.Release;
import org.onrecord.site.guide.HomePage;
import org.onrecord.site.guide.QuestionPage;
import org.onrecord.site.guide.QuestionPages;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.site.thing.ValueCounts;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Wgs84;

/** Builds home page and question pages. */
final class GuidePages {
    /** The example questions of the home page, in order. Missing ones are skipped. */
    private static final List<String> EXAMPLES = List.of(
            "who-stated-what",
            "positions-on-a-claim",
            "reported-through-others",
            "provisions-of-an-agreement",
            "status-claims",
            "loaded-wording",
            "open-questions",
            "calls-to-act");

    private final Release release;
    private final PageSections parts;
    private final GraphReader reading;
    private final Catalogue catalogue;
    private final Binder binder;
    private final QuestionPages questionPages;
    private final PageTexts words;

    GuidePages(Release release, PageSections parts, Catalogue catalogue, PageTexts words) {
        this.words = words;
        this.release = release;
        this.parts = parts;
        this.reading = parts.reading();
        this.catalogue = catalogue;
        this.binder = new Binder(Names.of(release));
        this.questionPages = new QuestionPages(reading);
    }

    HomePage home(List<StatementLine> newest) {
        List<HomePage.Count> counts = List.of(
                new HomePage.Count("statements", release.count(Rec.STATEMENT), "/statements"),
                new HomePage.Count("articles", release.count(Rec.ARTICLE), "#h-articles"),
                new HomePage.Count("claims", release.count(Rec.CLAIM), "/queries/claims"),
                new HomePage.Count("actors", speakers(), "/queries/forms-by-speaker"),
                new HomePage.Count("mentions", release.count(Rec.MENTION), "/ontology#Mention"),
                new HomePage.Count("triples", release.everything().size(), "/graph"));
        return new HomePage(
                counts,
                newest,
                EXAMPLES.stream()
                        .flatMap(name -> catalogue.find(name).stream())
                        .flatMap(this::example)
                        .toList(),
                reading.instances(Rec.ARTICLE).stream().map(reading::ref).toList(),
                names(ValueCounts.SPEAKERS),
                names(ValueCounts.SUBJECTS));
    }

    /** The most frequent names of things of statements. */
    private List<String> names(ValueCounts.Values things) {
        return parts.register().counts(things).frequent(HomePage.MAX_NAMES).stream()
                .map(Ref::label)
                .distinct()
                .toList();
    }

    private long speakers() {
        return parts.register().counts(ValueCounts.SPEAKERS).sorted().size();
    }

    private Stream<HomePage.Example> example(Question question) {
        return question.examples().stream()
                .limit(1)
                .map(example -> new HomePage.Example(
                        question,
                        example.values().values().stream()
                                .flatMap(List::stream)
                                .map(this::label)
                                .collect(Collectors.joining(", ")),
                        Filter.href("/queries/" + question.name(), example.values())));
    }

    /** The initial text of the query editor: a title and a query. */
    String startingQuery() {
        return catalogue
                .find("who-stated-what")
                .or(() -> catalogue.questions().stream().findFirst())
                .map(GuidePages::withTitle)
                .orElse("SELECT * WHERE { ?s ?p ?o } LIMIT 10");
    }

    private static String withTitle(Question question) {
        String query = question.source()
                .lines()
                .filter(line -> !line.startsWith("#+") && !line.startsWith("# SPDX"))
                .collect(Collectors.joining("\n"));
        return "# " + question.about().title() + "\n" + query + "\n";
    }

    /** The display name of a parameter value. */
    private String label(String value) {
        Node thing = GraphReader.node(reading.base().thing(value));
        return value.contains("/") && reading.knows(thing) ? reading.label(thing) : value;
    }

    /** The query of the table of statements; empty if the filter has invalid values. */
    Optional<String> query(Filter filter) {
        return catalogue
                .find("statements")
                .map(question -> binder.bind(question, filter.narrowing()))
                .filter(BindResult.Bound.class::isInstance)
                .map(result -> ((BindResult.Bound) result).query().serialize());
    }

    /** What is said of an answer without rows: what was compared, and what to ask instead. */
    QuestionPage.Nothing nothing(QuestionPage page) {
        if (page.table().filter(table -> table.total() == 0).isEmpty()) {
            return new QuestionPage.Nothing("", List.of());
        }
        List<String> unlocated = unlocated(page);
        String text = unlocated.isEmpty()
                ? words.get("query.nothing") + " "
                        + page.question().about().help().empty()
                : words.get("query.unlocated", String.join(", ", unlocated));
        return new QuestionPage.Nothing(text, instead(page));
    }

    private List<QuestionPage.Choice> instead(QuestionPage page) {
        Stream<QuestionPage.Choice> questions = page.question().about().help().see().stream()
                .flatMap(name -> catalogue.find(name).stream())
                .map(question -> QuestionPage.Choice.of(question, shared(page, question)));
        return Stream.concat(about(page), questions).toList();
    }

    /** The statements about the things that a question without rows was asked for. */
    private Stream<QuestionPage.Choice> about(QuestionPage page) {
        return page.things().stream().flatMap(value -> {
            Filter filter = new Filter(Map.of("about", List.of(value)));
            Block.Table table = parts.tables().table(filter);
            return table.count() == 0
                    ? Stream.empty()
                    : Stream.of(new QuestionPage.Choice(
                            words.get("query.about", table.count(), label(value)), table.href()));
        });
    }

    /** The places that a question about distances was asked for and that have no coordinates. */
    private List<String> unlocated(QuestionPage page) {
        return page.question().source().contains("wgs84:lat")
                ? page.things().stream()
                        .filter(value -> reading.text(
                                        GraphReader.node(reading.base().thing(value)), Wgs84.LAT)
                                .isEmpty())
                        .map(this::label)
                        .toList()
                : List.of();
    }

    /** The values of a page that another question takes too. */
    private static Map<String, List<String>> shared(QuestionPage page, Question question) {
        Map<String, List<String>> values = new LinkedHashMap<>(page.values());
        values.keySet()
                .retainAll(question.parameters().stream().map(Parameter::name).collect(Collectors.toSet()));
        return values;
    }

    /** The values, with {@code kind/slug} for the names of things. */
    private Map<String, List<String>> read(
            Question question, Map<String, List<String>> values, BindResult.Bound bound) {
        Map<String, List<String>> read = new LinkedHashMap<>(values);
        for (Parameter parameter : question.parameters()) {
            List<Node> terms = bound.terms().getOrDefault(parameter.name(), List.of());
            if (parameter.isThing() && !terms.isEmpty()) {
                read.put(
                        parameter.name(),
                        terms.stream().map(term -> reading.ref(term).shortIri()).toList());
            }
        }
        return read;
    }

    /** Runs a question, unless required values are missing. */
    QuestionPage reply(Question question, Map<String, List<String>> values, Function<Query, Answer> execute) {
        boolean complete =
                !values.isEmpty() || question.parameters().stream().allMatch(parameter -> parameter.optional());
        if (!complete) {
            return question.examples().isEmpty()
                    ? QuestionPages.withoutResults(question)
                    : reply(question, question.examples().get(0).values(), execute);
        }
        BindResult result = binder.bind(question, values);
        if (result instanceof BindResult.Refused refused) {
            return QuestionPages.invalid(question, values, refused);
        }
        BindResult.Bound bound = (BindResult.Bound) result;
        Optional<Answer> answer =
                question.about().service() ? Optional.empty() : Optional.of(execute.apply(bound.query()));
        return questionPages.of(question, read(question, values, bound), bound, answer);
    }
}
