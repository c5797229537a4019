// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.onrecord.Url;

/** Asks a server for the numbers that the trial gives two statements, again and again. */
final class Reader {
    private static final String QUERY =
            "SELECT (STRBEFORE(?text, ' ') AS ?number) { ?s <https://w3id.org/onrecord/ontology#content> ?text"
                    + " FILTER REGEX(?text, '^M[0-9]+ ') }";

    private final String name;
    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();

    /** An answer: its release, the numbers in it, and when it came, in nanoseconds. */
    private record Answer(String release, Set<String> numbers, long time) {}

    Reader(String name, String url) {
        this.name = name;
        this.url = url;
    }

    String url() {
        return url;
    }

    void run(AtomicBoolean over) throws InterruptedException {
        while (!over.get()) {
            read();
            Thread.sleep(150);
        }
    }

    private void read() throws InterruptedException {
        try {
            HttpResponse<String> answer = get("sparql?query=" + Url.encoded(QUERY), "text/csv");
            if (answer.statusCode() == 200) {
                answers.add(new Answer(
                        answer.headers().firstValue("Onrecord-Release").orElse(""),
                        answer.body().lines().skip(1).collect(Collectors.toSet()),
                        System.nanoTime()));
            } else {
                failures.incrementAndGet();
            }
        } catch (IOException e) {
            failures.incrementAndGet();
        }
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Accept", accept)
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    void awaitAnswer(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (release().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(url + " does not answer; see its log");
            }
            Thread.sleep(500);
        }
    }

    /** The release that the server has; empty if it does not answer. */
    String release() {
        try {
            return get("health/ready", "*/*")
                    .headers()
                    .firstValue("Onrecord-Release")
                    .orElse("");
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    void report() {
        System.out.printf("%s: %d answers, %d failed%n", name, answers.size(), failures.get());
    }

    /** Answers with two numbers, and releases that have different numbers at different servers. */
    static List<String> mixed(List<Reader> readers) {
        Map<String, Set<String>> known = new HashMap<>();
        List<String> mixed = new ArrayList<>();
        for (Reader reader : readers) {
            for (Answer answer : List.copyOf(reader.answers)) {
                Set<String> before = known.putIfAbsent(answer.release(), answer.numbers());
                if (answer.numbers().size() > 1 || before != null && !before.equals(answer.numbers())) {
                    mixed.add("mixed: " + reader.name + " " + answer + ", known " + before);
                }
            }
        }
        return mixed;
    }

    /** How long after the origin, the first of the readers, the others had its releases, in a time. */
    static String lag(List<Reader> readers, long from, long until) {
        Map<Set<String>, Long> origin = first(readers.get(0));
        List<Long> lags = new ArrayList<>();
        for (Reader replica : readers.subList(1, readers.size())) {
            first(replica).forEach((numbers, time) -> {
                Long published = origin.get(numbers);
                if (published != null && published > from && published < until) {
                    lags.add(Math.max(0, time - published) / 1_000_000);
                }
            });
        }
        lags.sort(Comparator.naturalOrder());
        return lags.isEmpty()
                ? "no release"
                : "p50 %d ms, p95 %d ms, longest %d ms, of %d"
                        .formatted(
                                lags.get(lags.size() / 2),
                                lags.get(lags.size() * 95 / 100),
                                lags.get(lags.size() - 1),
                                lags.size());
    }

    private static Map<Set<String>, Long> first(Reader reader) {
        Map<Set<String>, Long> times = new ConcurrentHashMap<>();
        List.copyOf(reader.answers).forEach(answer -> times.putIfAbsent(answer.numbers(), answer.time()));
        return times;
    }
}
