// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.onrecord.SampleHome;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemType;
import org.onrecord.query.Answer;
import org.onrecord.release.Release;
import org.onrecord.search.SearchIndex;
import org.onrecord.search.SearchStore;
import org.onrecord.site.StaticFiles;
import org.onrecord.site.kind.Filter;
import org.onrecord.vocabulary.Namespace;

/** Shows the pages of the sample on loopback, for whoever works on them: {@code Preview 8099}. */
public final class Preview {
    private final DatasetGraph dataset;
    private final Pages pages;
    private final SearchIndex index;

    /** A preview of a release. */
    Preview(Release release) {
        this.dataset = release.dataset();
        this.pages = pages(release);
        this.index = SearchStore.inMemory().of(release, pages::printed);
    }

    /** Serves until it is stopped; the argument is the port. */
    public static void main(String[] arguments) throws IOException {
        Preview preview = new Preview(SampleHome.release());
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", preview::answer);
        server.start();
    }

    /** The pages of the sample. */
    static Pages pages() {
        return pages(SampleHome.release());
    }

    private static Pages pages(Release release) {
        return new Pages(release, SampleHome.catalogue(), Site.PLAIN);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.startsWith("/static/")) {
                file(exchange, path);
                return;
            }
            Optional<String> page;
            try {
                page = page(path, parameters(exchange.getRequestURI().getRawQuery()));
            } catch (RuntimeException e) {
                e.printStackTrace();
                throw e;
            }
            String html = page.orElseGet(() -> pages.error(Problem.of(ProblemType.NOT_FOUND), Optional.empty()));
            send(
                    exchange,
                    page.isPresent() ? 200 : 404,
                    "text/html; charset=utf-8",
                    html.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The page at an address; empty if there is none. */
    Optional<String> page(String address) {
        String[] parts = address.split("\\?", 2);
        return page(parts[0], parameters(parts.length > 1 ? parts[1] : ""));
    }

    private Optional<String> page(String path, Map<String, List<String>> parameters) {
        return switch (path) {
            case "/" -> Optional.of(pages.home(Optional.empty()));
            case "/statements" -> Optional.of(pages.filtered().table(new Filter(parameters), Map.of()));
            case "/search" -> Optional.of(search(String.join(" ", parameters.getOrDefault("q", List.of()))));
            case "/timeline" -> Optional.of(pages.filtered().timeline(new Filter(parameters)));
            case "/network" -> Optional.of(pages.filtered().network(new Filter(parameters)));
            case "/map" -> Optional.of(pages.map());
            case "/about" -> Optional.of(pages.about());
            case "/queries" -> Optional.of(pages.queries());
            case "/ontology" -> Optional.of(pages.ontology());
            case "/shapes" -> Optional.of(pages.shapes());
            case "/code" -> Optional.of(pages.codes());
            case "/graph" -> Optional.of(pages.graphs());
            case "/validate" -> Optional.of(pages.check("", ""));
            case "/sparql" -> Optional.of(pages.sparql());
            default -> below(path, parameters);
        };
    }

    private String search(String query) {
        return pages.search(
                query, Optional.empty(), index.search(query, 30), Optional.of(asked -> Answer.of(asked, dataset)));
    }

    private Optional<String> below(String path, Map<String, List<String>> parameters) {
        if (path.startsWith("/queries/")) {
            return pages.query(path.substring("/queries/".length()), parameters, query -> Answer.of(query, dataset));
        }
        return path.startsWith("/doc/")
                ? pages.thing(SampleHome.THINGS + path.substring("/doc/".length()), true)
                : pages.thing(SampleHome.BASE + path.substring(1), true)
                        .or(() -> pages.thing(Namespace.BASE + path.substring(1), true));
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        try (InputStream in = Preview.class.getResourceAsStream(StaticFiles.resource(path))) {
            if (in == null) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            String type =
                    path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "image/svg+xml";
            send(exchange, 200, type, in.readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
            found.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(value);
        }
        return found;
    }
}
