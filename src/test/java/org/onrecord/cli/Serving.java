// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.Url;

/** The packaged jar as a running server. */
public final class Serving implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("at (http://\\S+/)sparql");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final String banner;

    private Serving(Process process, String banner) {
        this.process = process;
        this.banner = banner;
    }

    /** Starts the program in a folder and waits for its banner. */
    public static Serving start(Path folder, Object... args) throws IOException {
        Process process = Program.builder(
                        folder,
                        Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(args))
                                .toArray())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder banner = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            banner.append(line).append('\n');
            if (line.startsWith("Stop with Ctrl-C")) {
                return new Serving(process, banner.toString());
            }
        }
        throw new IllegalStateException("exited before the end of the banner: " + banner);
    }

    public String banner() {
        return banner;
    }

    /** The URL in the banner, ending in {@code /}. */
    public String url() {
        Matcher url = URL.matcher(banner);
        if (!url.find()) {
            throw new IllegalStateException("no address in: " + banner);
        }
        return url.group(1);
    }

    public int port() {
        return URI.create(url()).getPort();
    }

    /** The example URLs in the banner. */
    List<String> addresses() {
        return banner.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("http"))
                .toList();
    }

    public HttpResponse<String> get(String query, String accept) throws IOException, InterruptedException {
        return send(request("sparql?query=" + Url.encoded(query)).header("Accept", accept));
    }

    HttpResponse<String> postForm(String query, String accept) throws IOException, InterruptedException {
        return send(post("sparql", "application/x-www-form-urlencoded", "query=" + Url.encoded(query))
                .header("Accept", accept));
    }

    HttpResponse<String> postDirectly(String query, String accept) throws IOException, InterruptedException {
        return send(post("sparql", "application/sparql-query", query).header("Accept", accept));
    }

    HttpRequest.Builder post(String path, String type, String body) {
        return request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    /** A GET request of a path. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(30));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a signal, such as {@code INT} for Ctrl-C, and returns the exit code. */
    int stop(String signal) throws IOException, InterruptedException {
        signal(signal);
        return Program.code(process, 20);
    }

    /** Sends a signal. */
    public void signal(String signal) throws IOException, InterruptedException {
        Program.run(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())));
    }

    public long pid() {
        return process.pid();
    }

    /** Whether the process ends within some seconds. */
    public boolean ended(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
