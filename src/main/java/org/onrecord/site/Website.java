// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemPages;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.http.Route;
import org.onrecord.http.negotiation.Accept;
import org.onrecord.query.Binder;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;
import org.onrecord.release.Release;
import org.onrecord.release.form.Context;
import org.onrecord.site.data.ChartHandler;
import org.onrecord.site.data.DumpRoutes;
import org.onrecord.site.data.MapHandler;
import org.onrecord.site.data.OpenApi;
import org.onrecord.site.data.Origin;
import org.onrecord.site.data.PublishedDumps;
import org.onrecord.site.data.QuestionHandler;
import org.onrecord.site.data.StatementsHandler;
import org.onrecord.site.data.ThingHandler;
import org.onrecord.site.page.Pages;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.sparql.SparqlEndpoint;
import org.onrecord.vocabulary.Format;

/** The site of a release: all routes except those of metrics and health. Immutable and thread-safe. */
public final class Website {

    /** The editor uses inline styles and data URLs. */
    private static final String EDITOR_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'self'; base-uri 'none'";

    /** Documents with absolute URLs. */
    private static final Set<String> WITH_ORIGIN = Set.of(
            "/dataset", "/dataset.*", "/.well-known/void", "/sitemap.xml", "/robots.txt", "/.well-known/security.txt");

    /** Parameters that select the endpoint instead of the editor. */
    private static final Set<String> QUERY_PARAMETERS = Set.of("query", "update");

    private final Release release;
    private final SiteSettings settings;
    private final Optional<ValidationHandler> checker;
    private final Optional<RejectedChange> refused;
    private final Instant made;
    private final CompletableFuture<?> begun = new CompletableFuture<>();
    private final CompletableFuture<Pages> pages;
    private final CompletableFuture<?> search;

    /**
     * Creates a site.
     *
     * @param release the release
     * @param checker validates posted Turtle; empty to disable
     */
    public Website(Release release, SiteSettings settings, Optional<ValidationHandler> checker) {
        this.release = release;
        this.settings = settings;
        this.checker = checker;
        this.refused = Optional.empty();
        this.made = Instant.now();
        this.pages = createPages();
        this.search = createIndex();
    }

    private Website(Website other, RejectedChange change) {
        this.release = other.release;
        this.settings = other.settings;
        this.checker = other.checker;
        this.refused = Optional.of(change);
        this.made = other.made;
        this.pages = createPages();
        this.search = createIndex();
    }

    /** Creates the pages in the background. */
    private CompletableFuture<Pages> createPages() {
        CompletableFuture<StatementIndex> statements = begun.thenApplyAsync(done -> StatementIndex.of(release));
        return begun.thenApplyAsync(done -> Names.of(release))
                .thenCombine(statements, (names, read) -> new Pages(release, catalogue(), settings.site()));
    }

    /** Begins to create the pages, in the background: a server answers queries before. */
    public void begin() {
        begun.complete(null);
    }

    /** Creates the search index in the background, after the pages, and then what the pages of articles need. */
    private CompletableFuture<?> createIndex() {
        return pages.thenApplyAsync(made -> settings.search().of(release, made::printed))
                .thenApplyAsync(index -> GraphReader.of(release).wholes());
    }

    /** Is done when the indexes are made that pages and search need. */
    public CompletableFuture<?> indexed() {
        begin();
        return search;
    }

    private Catalogue catalogue() {
        return settings.catalogue().in(release);
    }

    private Pages pages() {
        begin();
        return pages.join();
    }

    /** Returns a copy that reports a rejected change to the operator. */
    public Website with(RejectedChange change) {
        return new Website(this, change);
    }

    /** The settings. */
    public SiteSettings settings() {
        return settings;
    }

    /** The release. */
    public Release release() {
        return release;
    }

    /** The time of the last rejected change. */
    public Optional<Instant> refused() {
        return refused.map(RejectedChange::at);
    }

    /** Renders a problem. */
    public String page(Problem problem) {
        return pages().error(problem, Optional.of("/problems/" + problem.type().slug()));
    }

    /** Renders the documentation of a problem type. */
    public String page(ProblemType type) {
        return pages().error(Problem.of(type), Optional.empty());
    }

    /** All routes but that of the endpoint; {@code sparql} runs queries within its limits. */
    public Map<String, Route> routes(SparqlEndpoint sparql) {
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put(
                "/",
                Route.get(
                        "home",
                        request -> html(
                                request,
                                pages().home(refused.filter(change -> settings.isOperator(request))
                                        .map(RejectedChange::report)))));
        things(routes);
        QuestionHandler questions = new QuestionHandler(catalogue(), new Binder(Names.of(release)), pages(), sparql);
        StatementsHandler statements = StatementsHandler.of(questions, release);
        tables(routes, questions, statements);
        SearchHandler search = new SearchHandler(release, pages(), sparql, settings.search());
        with(routes, "/search", Route.get("search", search::reply));
        texts(routes, statements);
        dumps().add(routes);
        for (String path : WITH_ORIGIN) {
            routes.computeIfPresent(path, (same, route) -> withCaching(route));
        }
        checker.ifPresent(check -> routes.put(
                "/validate",
                new Route(
                        "validate",
                        ValidationHandler.MAX_BODY,
                        request -> check.reply(request, sparql, (turtle, report) -> pages().check(turtle, report)))));
        return routes;
    }

    private DumpRoutes dumps() {
        PublishedDumps own = release.index(PublishedDumps.class, PublishedDumps::new);
        return new DumpRoutes(
                release, new DumpRoutes.Dumps(own, settings.dumps()), pages(), settings.origin(), settings.chain());
    }

    /** The route of the SPARQL endpoint. Browsers without a query get the editor. */
    public Route sparql(SparqlEndpoint sparql) {
        return sparql.route(request -> sparql(sparql, request));
    }

    private Route withCaching(Route route) {
        return new Route(
                route.name(),
                route.longestBody(),
                request -> settings.origin().withCaching(route.action().reply(request)));
    }

    /** Adds a path, with and without extension. */
    private static void with(Map<String, Route> routes, String path, Route route) {
        routes.put(path, route);
        routes.put(path + ".*", route);
    }

    private void things(Map<String, Route> routes) {
        ThingHandler things = ThingHandler.of(release, pages(), settings.origin(), settings::isOperator);
        Route thing = Route.get("thing", things::reply);
        routes.put("/id/**", Route.get("id", things::redirect));
        routes.put("/doc/**", thing);
        for (String list : List.of("/ontology", "/shapes", "/code", "/graph")) {
            with(routes, list, thing);
        }
        routes.put("/code/**", thing);
        routes.put("/ontology/*", thing);
        routes.put("/graph/*", thing);
        routes.put(
                "/context.jsonld",
                Route.get(
                        "context",
                        request -> Conditional.of(
                                request,
                                "application/ld+json",
                                Context.of(release).text())));
    }

    private void tables(Map<String, Route> routes, QuestionHandler questions, StatementsHandler statements) {
        with(routes, "/statements", Route.get("statements", statements::reply));
        routes.put("/about", Route.get("about", request -> html(request, pages().about())));
        routes.put("/queries", Route.get("queries", request -> html(request, pages().queries())));
        routes.put("/queries/*", Route.get("query", questions::reply));
        ChartHandler timeline = new ChartHandler("/timeline", "statements", pages().filtered()::timeline, statements);
        ChartHandler network =
                new ChartHandler("/network", "who-talks-about-whom", pages().filtered()::network, statements);
        with(routes, "/timeline", Route.get("timeline", timeline::reply));
        with(routes, "/network", Route.get("network", network::reply));
        with(routes, "/map", Route.get("map", new MapHandler(pages())::reply));
    }

    private void texts(Map<String, Route> routes, StatementsHandler statements) {
        Feeds feeds = new Feeds(release, pages(), made);
        routes.put("/static/**", Route.get("static", StaticFiles::reply));
        routes.put(
                "/problems/*",
                Route.get(
                        "problems",
                        new ProblemPages(this::page, settings.origin().path())::reply));
        Origin origin = settings.origin();
        String server = origin.declared().orElse("/");
        text(routes, "/openapi.json", "application/json", request -> OpenApi.of(catalogue(), server, release) + "\n");
        text(
                routes,
                "/feed.atom",
                "application/atom+xml;charset=utf-8",
                request -> feeds.atom(origin.relative(), statements.filter(request)));
        text(
                routes,
                "/sitemap.xml",
                "application/xml;charset=utf-8",
                request ->
                        feeds.sitemap(origin.of(request), Parameters.of(request).one("part")));
        text(routes, "/robots.txt", "text/plain;charset=utf-8", request -> Feeds.robots(origin, request));
        text(
                routes,
                "/.well-known/security.txt",
                "text/plain;charset=utf-8",
                request -> feeds.security(contact(), origin.of(request)));
    }

    private static void text(
            Map<String, Route> routes, String path, String type, Function<HttpServletRequest, String> text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        routes.put(path, Route.get(name, request -> Conditional.of(request, type, text.apply(request))));
    }

    private String contact() {
        return settings.site()
                .contact()
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "No contact is configured for this server."));
    }

    private Reply sparql(SparqlEndpoint endpoint, HttpServletRequest request) throws IOException {
        boolean noQuery = !request.getMethod().equals("POST")
                && Parameters.of(request).values().keySet().stream().noneMatch(QUERY_PARAMETERS::contains);
        return noQuery && SparqlEndpoint.isBrowser(Accept.of(request))
                ? html(request, pages().sparql()).with("Content-Security-Policy", EDITOR_POLICY)
                : endpoint.reply(request, settings.origin().of(request) + "/sparql");
    }

    private static Reply html(HttpServletRequest request, String page) {
        return Conditional.of(request, Format.HTML.contentType(), page).with("Content-Language", "en");
    }
}
