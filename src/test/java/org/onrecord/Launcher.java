// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step of the build: puts the launcher beside the jar, and two class-data archives: of a server that has answered a query
 * and four pages, and of the compilation of an article. Without them the program works, so that their failure is told and
 * does not fail the build.
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
        Path launcher = Files.copy(
                Path.of(args[0]),
                folder.resolve("onrecord"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        if (!launcher.toFile().setExecutable(true, false)) {
            throw new IOException("'" + launcher + "' cannot be made executable");
        }
        trainServer(folder);
        trainCoding(folder);
    }

    private static void trainServer(Path folder) throws IOException, InterruptedException {
        Path archive = archive(folder, "onrecord.jsa");
        Process server = java(folder, "-XX:ArchiveClassesAtExit=" + archive, "serve", "--port", "0");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            ask(out);
        } finally {
            server.destroy();
            server.waitFor();
        }
        tellMissing(archive);
    }

    /** Compiles an article into a copy of the project's home, and then a change of it, which validates only what it affects. */
    private static void trainCoding(Path folder) throws IOException, InterruptedException {
        Path archive = archive(folder, "coding.jsa");
        Path home = Files.createTempDirectory("onrecord");
        for (String part : List.of("ontology", "data", "queries")) {
            CopiedFolder.copy(Path.of(part), home.resolve(part));
        }
        CopiedFolder.copy(Path.of("src/test/resources/guide"), home.resolve("texts"));
        Path sheet = home.resolve("texts/ferry.yaml");
        String[] compile = {"compile", sheet.toString(), "--home", home.toString(), "--create"};
        end(java(folder, "-Xshare:auto", compile));
        Files.writeString(sheet, Files.readString(sheet).replace("through the winter.", "in winter."));
        end(java(folder, "-XX:ArchiveClassesAtExit=" + archive, compile));
        tellMissing(archive);
    }

    private static Path archive(Path folder, String name) throws IOException {
        Path archive = folder.resolve(name);
        Files.deleteIfExists(archive);
        return archive;
    }

    private static void tellMissing(Path archive) {
        if (!Files.exists(archive)) {
            System.err.println("No class-data archive '" + archive + "' was made; the program will start more slowly.");
        }
    }

    private static Process java(Path folder, String option, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Xlog:disable",
                "-jar",
                folder.resolve("onrecord.jar").toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void end(Process process) throws IOException, InterruptedException {
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        process.waitFor();
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
