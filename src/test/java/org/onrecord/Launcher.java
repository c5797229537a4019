// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step of the build: puts the launcher beside the jar, and the class-data archive of a server that has answered a query
 * and four pages. Without the archive the program works, so that its failure is told and does not fail the build.
 */
public final class Launcher {
    private static final Pattern ADDRESS = Pattern.compile("pages at (http://localhost:\\d+)/");
    private static final List<String> REQUESTS = List.of(
            "/sparql?query=" + Url.encoded("SELECT * { ?s a <https://w3id.org/onrecord/ontology#Statement> } LIMIT 10"),
            "/",
            "/search?q=a",
            "/statements");
    private static final Pattern STATEMENT = Pattern.compile("href=\"(/doc/statement/[^\"]+)\"");

    private Launcher() {}

    /** Runs the step; the arguments are the launcher's source and the folder of the jar. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[1]);
        Path archive = folder.resolve("onrecord.jsa");
        Files.deleteIfExists(archive);
        Path launcher = Files.copy(
                Path.of(args[0]),
                folder.resolve("onrecord"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        if (!launcher.toFile().setExecutable(true, false)) {
            throw new IOException("'" + launcher + "' cannot be made executable");
        }
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Xlog:disable",
                        "-jar",
                        folder.resolve("onrecord.jar").toString(),
                        "serve",
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            ask(out);
        } finally {
            server.destroy();
            server.waitFor();
        }
        if (!Files.exists(archive)) {
            System.err.println("No class-data archive was made; the program will start more slowly.");
        }
    }

    private static void ask(BufferedReader out) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                String last = "";
                for (String path : REQUESTS) {
                    last = get(client, address.group(1) + path);
                }
                Matcher statement = STATEMENT.matcher(last);
                if (statement.find()) {
                    get(client, address.group(1) + statement.group(1));
                }
                return;
            }
        }
    }

    private static String get(HttpClient client, String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
