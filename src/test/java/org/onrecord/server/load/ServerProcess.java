// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.Main;
import org.onrecord.Url;

/** The program in a process of its own with a bounded heap, which serves a home on a free port of this machine. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("pages at http://localhost:(\\d+)/");

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it; when this returns, it answers.
     *
     * @param heap the largest heap, as {@code -Xmx} takes it
     * @param home the folder that it serves
     * @param options of {@code serve}
     */
    static ServerProcess start(String heap, Path home, String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--home", home.toString()));
        arguments.addAll(List.of(options));
        return start(heap, Main.class, arguments.toArray(String[]::new));
    }

    /**
     * Starts a server of another class, which prints its address as the program does.
     *
     * @param heap the largest heap, as {@code -Xmx} takes it
     */
    static ServerProcess start(String heap, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).start();
            BufferedReader out = lines(process.getInputStream());
            BufferedReader err = lines(process.getErrorStream());
            daemon(() -> read(err, ServerProcess::tell));
            int port = port(out);
            daemon(() -> read(out, line -> {}));
            return new ServerProcess(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The answer to an ASK query. */
    boolean ask(String query) {
        return lines("/sparql?query=" + Url.encoded(query)).anyMatch(line -> line.contains("true"));
    }

    /** A number of {@code /metrics}. */
    double metric(String name) {
        return lines("/metrics")
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private Stream<String> lines(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether no query runs and no memory of one is taken. */
    boolean isIdle() {
        return metric("onrecord_queries_running") == 0
                && metric("onrecord_queries_stuck") == 0
                && metric("onrecord_query_memory_bytes") == 0;
    }

    /** Memory, threads and open files, in a line. */
    String state() {
        return "heap used %.0f MiB of at most %.0f MiB, threads %.0f, files %.0f"
                .formatted(
                        metric("onrecord_heap_used_bytes") / (1 << 20),
                        metric("onrecord_heap_max_bytes") / (1 << 20),
                        metric("onrecord_threads"),
                        metric("onrecord_open_files"));
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The class path of this test; Maven's {@code exec:java} has it in a class loader of its own. */
    private static String classPath() {
        return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader own
                ? Stream.of(own.getURLs()).map(url -> url.getPath()).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static BufferedReader lines(java.io.InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static int port(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
        }
        throw new IllegalStateException("The server has not started");
    }

    /** Prints an unexpected failure's cause. */
    private static void tell(String line) {
        if (line.contains("\"mistake\"")) {
            String text = line.replace("\\u000a", "\n").replace("\\u0009", " ");
            int cause = Math.max(0, text.lastIndexOf("Caused by"));
            System.out.println(text.substring(cause, Math.min(text.length(), cause + 1500)));
        }
    }

    /** Reads lines until the process ends. */
    private static void read(BufferedReader from, Consumer<String> task) {
        try {
            from.lines().forEach(task);
        } catch (UncheckedIOException closed) {
            // The process was stopped.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "server output");
        thread.setDaemon(true);
        thread.start();
    }
}
