// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** The server's counters and gauges. Thread-safe. */
public final class Metrics {
    private final Map<Answered, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> problems = new ConcurrentSkipListMap<>();
    private final Map<String, Histogram> durations = new ConcurrentHashMap<>();
    private final Map<String, DoubleSupplier> gauges = new ConcurrentSkipListMap<>();
    private final LongAdder rows = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /** How requests were answered. */
    private record Answered(String route, int status) {
        private String labels() {
            return "route=\"" + route + "\",status=\"" + status + "\"";
        }
    }

    /** Metrics of this process, with its memory, threads and open files. */
    public Metrics() {
        Runtime runtime = Runtime.getRuntime();
        gauge("onrecord_heap_used_bytes", () -> (double) runtime.totalMemory() - runtime.freeMemory());
        gauge("onrecord_heap_max_bytes", () -> (double) runtime.maxMemory());
        gauge("onrecord_threads", () -> ManagementFactory.getThreadMXBean().getThreadCount());
        gauge("onrecord_open_files", Metrics::openFiles);
        gauge(
                "process_start_time_seconds",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0);
    }

    /** Adds a gauge, which is evaluated at each scrape. */
    public void gauge(String name, DoubleSupplier value) {
        gauges.put(name, value);
    }

    /**
     * Counts a request.
     *
     * @param route the route's name, or "other"
     * @param seconds from the first byte of the request to the last of the response
     * @param sent bytes of the response body
     */
    public void answered(String route, int status, double seconds, long sent) {
        add(requests, new Answered(route, status));
        durations.computeIfAbsent(route, name -> new Histogram()).add(seconds);
        bytes.add(sent);
    }

    /** Counts rows of an answer. */
    public void answeredRows(long count) {
        rows.add(count);
    }

    /** Counts a problem, by the name of its type. */
    public void problem(String type) {
        add(problems, "type=\"" + type + "\"");
    }

    /** The metrics in the Prometheus text format. */
    public String text() {
        StringBuilder text = new StringBuilder();
        Map<String, LongAdder> labelled = new TreeMap<>();
        requests.forEach((answered, count) -> labelled.put(answered.labels(), count));
        counters(text, "onrecord_requests_total", "Requests by route and status.", labelled);
        counters(
                text,
                "onrecord_problems_total",
                "Problems by type: time-limit, refused-feature, too-many-rows, overloaded and the rest.",
                problems);
        head(text, "onrecord_request_duration_seconds", "histogram", "Time to answer, by route.");
        new TreeMap<>(durations)
                .forEach((route, histogram) ->
                        text.append(histogram.text("onrecord_request_duration_seconds", "route=\"" + route + "\"")));
        head(text, "onrecord_rows_total", "counter", "Rows and triples answered.");
        text.append("onrecord_rows_total ").append(rows.sum()).append('\n');
        head(text, "onrecord_sent_bytes_total", "counter", "Bytes of bodies sent.");
        text.append("onrecord_sent_bytes_total ").append(bytes.sum()).append('\n');
        gauges.forEach((name, value) -> {
            head(text, name, "gauge", name.replace('_', ' ') + ".");
            text.append(name).append(' ').append(value.getAsDouble()).append('\n');
        });
        return text.toString();
    }

    /** Number of open file descriptors; -1 if unknown. */
    private static double openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }

    private static <K> void add(Map<K, LongAdder> counters, K key) {
        counters.computeIfAbsent(key, missing -> new LongAdder()).increment();
    }

    private static void counters(StringBuilder text, String name, String help, Map<String, LongAdder> counters) {
        head(text, name, "counter", help);
        counters.forEach((labels, counter) -> text.append("%s{%s} %d\n".formatted(name, labels, counter.sum())));
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
