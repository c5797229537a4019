// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.onrecord.http.Problem;
import org.onrecord.query.Answer;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;
import org.onrecord.release.Release;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.search.Found;
import org.onrecord.search.Hit;
import org.onrecord.site.guide.Charts;
import org.onrecord.site.guide.Choices;
import org.onrecord.site.guide.OntologyPage;
import org.onrecord.site.guide.QuestionPage;
import org.onrecord.site.guide.SearchPage;
import org.onrecord.site.guide.ShapesPage;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.ListPages;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.kind.Statements;
import org.onrecord.site.kind.Tables;
import org.onrecord.site.kind.ThingPage;
import org.onrecord.site.kind.ThingPages;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.SchemaOrg;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.vocabulary.Namespace;

/**
 * Renders the pages of a release as HTML, independent of requests. Addresses in pages are relative to the root.
 * Thread-safe.
 */
public final class Pages {
    private static final int NEWEST = 5;

    private final Release release;
    private final Edition edition;
    private final PageTexts words = PageTexts.of(Locale.ENGLISH);
    private final GraphReader reading;
    private final ThingPages kinds;
    private final ThingPages kindsWithTexts;
    private final ListPages lists;
    private final Statements statements;
    private final FilteredPages filtered;
    private final Catalogue catalogue;
    private final Charts charts;
    private final GuidePages guides;
    private final CompletableFuture<SearchPages> searches;
    private final Citations citations;
    private final Map<String, String> fixed = new ConcurrentHashMap<>();

    /** Creates the pages of a release. */
    public Pages(Release release, Catalogue catalogue, Site site) {
        this.release = release;
        this.reading = GraphReader.of(release);
        this.edition = new Edition(
                release.hash(),
                reading.base(),
                release.profile(),
                site.contact().or(release.profile()::contact));
        Names names = Names.of(release);
        StatementIndex register = StatementIndex.of(release);
        PageSections parts = new PageSections(reading, register, new Tables(reading, register));
        this.lists = new ListPages(parts, release);
        this.kinds = new ThingPages(parts, lists, site.passages());
        this.kindsWithTexts = new ThingPages(parts, lists, site.passages().whole());
        this.statements = new Statements(parts, site.passages());
        this.catalogue = catalogue;
        this.charts = new Charts(parts);
        this.guides = new GuidePages(release, parts, catalogue, words);
        this.filtered = new FilteredPages(parts, names, guides, frame("", ""));
        this.citations = new Citations(parts, edition, words);
        // In the background, because it needs examples of all questions.
        this.searches = CompletableFuture.supplyAsync(() -> new FoundQuestions(register, guides, catalogue.asRead()))
                .thenApply(questions -> new SearchPages(parts, names, new Suggestions(parts, names, questions, words)));
    }

    /**
     * The home page: {@code /}.
     *
     * @param refused the report of a rejected change, for the operator
     */
    public String home(Optional<String> refused) {
        Frame frame = frame(words.get("home.title"), "/");
        return fixed(
                refused.isPresent() ? "home with report" : "home",
                () -> Templates.render(
                        "home",
                        Map.of(
                                "frame",
                                frame,
                                "page",
                                guides.home(filtered.newest(Filter.none(), NEWEST)),
                                "refused",
                                refused.orElse(""))));
    }

    /**
     * The page of a thing, code, code list or graph: {@code /doc/...}, {@code /code/...}, {@code /graph/...}.
     *
     * @param iri its IRI, without a fragment
     * @param whole whether an article is shown with its whole text, if the operator holds it
     * @return empty if it does not exist
     */
    public Optional<String> thing(String iri, boolean whole) {
        Optional<ThingPage> graph = lists.graph(iri);
        if (graph.isPresent()) {
            return graph.map(this::thing);
        }
        Node node = GraphReader.node(iri);
        if (!reading.knows(node)) {
            return Optional.empty();
        }
        return statements
                .page(iri)
                .map(page -> Templates.render("statement", frame(page.line().self()), page))
                .or(() -> (whole ? kindsWithTexts : kinds).page(node).map(this::thing));
    }

    private String thing(ThingPage page) {
        return Templates.render("thing", frame(page.self()), page);
    }

    /** All code lists: {@code /code}. */
    public String codes() {
        return fixed("codes", () -> thing(lists.codes(words.get("codes.title"), words.get("codes.lead"))));
    }

    /** All named graphs: {@code /graph}. */
    public String graphs() {
        return fixed("graphs", () -> thing(lists.graphs(words.get("graphs.title"), words.get("graphs.lead"))));
    }

    /** The ontology, with an anchor for each term: {@code /ontology}. */
    public String ontology() {
        return fixed(
                "ontology",
                () -> Templates.render(
                        "ontology",
                        frame(reading.ref(Namespace.ONTOLOGY, words.get("ontology.title"))),
                        OntologyPage.of(reading)));
    }

    /** The shapes, with an anchor for each: {@code /shapes}. */
    public String shapes() {
        Ref self = reading.ref(Namespace.SHAPES_DOCUMENT, words.get("shapes.title"));
        return fixed("shapes", () -> Templates.render("shapes", frame(self), ShapesPage.of(reading)));
    }

    /**
     * Search results: {@code /search}.
     *
     * @param query the search terms
     * @param kind the key of the only group to show, with all its hits
     * @param execute runs the query of the best question; if empty, no question is answered
     */
    public String search(String query, Optional<String> kind, Found found, Optional<Function<Query, Answer>> execute) {
        String title = query.isBlank() ? words.get("search.title") : words.get("search.for", query);
        Frame frame = frame(title, SearchPages.href(query, kind));
        SearchPage page = searches.join().page(query, kind, found, execute);
        return Templates.render("search", Map.of("frame", frame, "page", page, "choices", Choices.of(release)));
    }

    /** The group of a search hit, one of {@link SearchPage#KINDS}. */
    public static String kind(Hit hit) {
        return SearchPages.kind(hit);
    }

    /** The words of the article that state the content of a statement; empty if the operator does not hold the text. */
    public String printed(String statement) {
        return statements.printed(statement);
    }

    /** The questions of the catalogue: {@code /queries}. */
    public String queries() {
        return fixed(
                "queries",
                () -> Templates.render(
                        "queries", frame(words.get("queries.title"), "/queries"), catalogue.questions()));
    }

    /**
     * The form of a question, with results if all required values are present: {@code /queries/...}.
     *
     * @param name the name of the question
     * @param values values by parameter name, without blank ones
     * @param execute runs a query
     * @return empty if the question does not exist
     */
    public Optional<String> query(String name, Map<String, List<String>> values, Function<Query, Answer> execute) {
        return catalogue.find(name).map(question -> {
            QuestionPage page = guides.reply(question, values, execute);
            Frame frame = frame(question.about().title(), "/queries/" + name);
            return Templates.render(
                    "query",
                    Map.of(
                            "frame",
                            frame,
                            "page",
                            page,
                            "choices",
                            Choices.of(release),
                            "nothing",
                            guides.nothing(page)));
        });
    }

    /** The pages of statements that a filter selects. */
    public FilteredPages filtered() {
        return filtered;
    }

    /** The charts and their data. */
    public Charts charts() {
        return charts;
    }

    /** The map of places: {@code /map}. */
    public String map() {
        return fixed("map", () -> Templates.render("map", frame(words.get("map.title"), "/map"), charts.places()));
    }

    /** The query editor: {@code /sparql} for browsers without a query. */
    public String sparql() {
        return fixed("sparql", this::editor);
    }

    private String editor() {
        Frame frame = frame(words.get("sparql.title"), "/sparql");
        return Templates.render(
                "sparql", Map.of("frame", frame, "page", catalogue.questions(), "start", guides.startingQuery()));
    }

    /** The validation form: {@code /validate}. */
    public String check(String turtle, String report) {
        Frame frame = frame(words.get("check.title"), "/validate");
        return Templates.render("check", Map.of("frame", frame, "turtle", turtle, "report", report));
    }

    /**
     * The dataset and its files: {@code /dataset}, {@code /dumps/}, {@code /changes}.
     * @param path one of these
     * @param quads the number of quads of the release
     * @param structured JSON-LD for search engines, escaped for a script element
     */
    public String dataset(String path, long quads, List<ReleaseFile> dumps, String structured) {
        String title = words.get(path.replace("/", "") + ".title");
        Frame frame = new Frame(words, title, path, Optional.empty(), Optional.of(structured), edition);
        String template = path.equals("/changes") ? "changes" : "dataset";
        return Templates.render(template, Map.of("frame", frame, "quads", quads, "dumps", dumps));
    }

    /** What this site is, how articles are coded, its words, and whom to ask: {@code /about}. */
    public String about() {
        Frame frame = frame(words.get("about.page"), "/about");
        return fixed("about", () -> Templates.render("about", Map.of("frame", frame)));
    }

    /**
     * An error page.
     *
     * @param explained the address of the documentation; empty on that page itself
     */
    public String error(Problem problem, Optional<String> explained) {
        Frame frame = frame(problem.type().title(), "");
        return Templates.render("error", Map.of("frame", frame, "problem", problem, "explained", explained));
    }

    /** Caches a page that does not depend on the request. */
    private String fixed(String name, Supplier<String> render) {
        return fixed.computeIfAbsent(name, key -> render.get());
    }

    private Frame frame(Ref thing) {
        Citation cited = citations.of(thing);
        Optional<String> structured = SchemaOrg.of(
                reading, GraphReader.node(thing.iri()), edition.profile().licence());
        return new Frame(words, cited.heading(), thing.href().orElse("/"), Optional.of(cited), structured, edition);
    }

    private Frame frame(String title, String path) {
        return new Frame(words, title, path, Optional.empty(), Optional.empty(), edition);
    }
}
