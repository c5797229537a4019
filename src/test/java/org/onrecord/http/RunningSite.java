// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.onrecord.SampleHome;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.server.Address;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.ValidationHandler;
import org.onrecord.site.Website;
import org.onrecord.site.data.Origin;
import org.onrecord.site.kind.Passages;
import org.onrecord.site.page.Site;
import org.onrecord.source.Home;

/**
 * The whole site over the sample, in this process, started once for all tests that ask for it.
 *
 * @param url the server's address, ending in {@code /}
 * @param loaded what it serves
 * @param catalogue what it can be asked
 */
public record RunningSite(String url, Loading.Ready loaded, Catalogue catalogue) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static final ServerOptions USUAL = ServerOptions.at(new Address("127.0.0.1", 0));

    private static final class Once {
        static final RunningSite SITE = start();
    }

    /** The site. */
    public static RunningSite get() {
        return Once.SITE;
    }

    private static RunningSite start() {
        return start(SampleHome.ready(), SampleHome.catalogue());
    }

    /** The site of another home; its server runs until the tests end. */
    public static RunningSite over(Home home) {
        if (!(new Loader(home, step -> {}).load() instanceof Loading.Ready ready)) {
            throw new IllegalStateException("The home does not conform: " + home.root());
        }
        return start(ready, Catalogue.of(home).in(ready.release()));
    }

    private static RunningSite start(Loading.Ready ready, Catalogue catalogue) {
        ReadServer server = server(ready, catalogue, USUAL, Origin.ASKED);
        return new RunningSite(server.url(), ready, catalogue);
    }

    /** The same site with a public address; its server runs until the tests end. */
    public RunningSite at(Origin origin) {
        return new RunningSite(server(loaded, catalogue, USUAL, origin).url(), loaded, catalogue);
    }

    private static ReadServer server(Loading.Ready ready, Catalogue catalogue, ServerOptions options, Origin origin) {
        return ReadServer.start(website(ready, catalogue, origin), options);
    }

    private static Website website(Loading.Ready ready, Catalogue catalogue, Origin origin) {
        Site about = new Site(Optional.of("editor@example.org"), Passages.NONE);
        ValidationHandler checker = new ValidationHandler(ready.home());
        SiteSettings settings = new SiteSettings(catalogue, about, origin, false);
        return new Website(ready.release(), settings, Optional.of(checker));
    }

    /** The site itself. */
    Website website() {
        return website(loaded, catalogue, Origin.ASKED);
    }

    /** The answer to a request of a method without a body. */
    HttpResponse<String> method(String method, String path) {
        return send(request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Another server of the same site, to be closed. */
    public ReadServer again(ServerOptions options) {
        return server(loaded, catalogue, options, Origin.ASKED);
    }

    /** The answer to a GET of a path, with headers as name and value in turn. */
    public HttpResponse<String> read(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** The answer to a POST of a text. */
    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The answer to a GET as it was sent. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.substring(0, url.length() - 1) + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A header of an answer; empty without one. */
    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The media type of an answer, without parameters. */
    public static String type(HttpResponse<?> response) {
        return header(response, "Content-Type").split(";")[0];
    }
}
