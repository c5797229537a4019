// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.LineSorter;
import org.onrecord.release.line.TripleLine;

/** Finds the differences between a dump and the named graphs. */
final class DumpDifference {
    private static final int MAX_MESSAGES = 3;

    private final DumpContent whole;
    private final Path work;
    private final long memory;

    /**
     * Creates a comparison.
     *
     * @param whole the expected named graphs
     * @param work a folder for temporary files
     * @param memory approximate bytes of lines in memory
     */
    DumpDifference(DumpContent whole, Path work, long memory) {
        this.whole = whole;
        this.work = work;
        this.memory = memory;
    }

    /**
     * Messages for a dump with different hashes: at most three each for missing and additional triples. Triples with
     * blank nodes are only reported as different, because their labels change with any of them.
     */
    List<String> describe(DumpContent changed) throws IOException {
        UnaryOperator<String> key = changed.isNamed() ? UnaryOperator.identity() : TripleLine::withoutGraph;
        Path should = quads(whole);
        Path is = quads(changed);
        List<String> messages = differences(changed.name(), should, is, key);
        Files.delete(should);
        Files.delete(is);
        return messages.isEmpty()
                ? List.of(changed.name() + ": triples with blank nodes differ from " + whole.name() + within(changed))
                : messages;
    }

    private String within(DumpContent changed) {
        return changed.isNamed()
                ? changed.graphs().stream()
                        .filter(graph -> !ReleaseHash.isDerived(graph.graph()))
                        .filter(graph ->
                                !graph.hash().equals(whole.release().graphs().get(graph.graph())))
                        .findFirst()
                        .map(graph -> ", in graph <" + graph.graph() + ">")
                        .orElse("")
                : "";
    }

    /** The sorted quads without blank nodes; merged triples are in the graph with an empty name. */
    private Path quads(DumpContent content) throws IOException {
        LineSorter sorter = new LineSorter(work, memory);
        for (GraphLines graph : content.graphs()) {
            try (Stream<String> lines = Files.lines(graph.file())) {
                lines.filter(line -> !TripleLine.of(line).hasBlankNode())
                        .map(line -> TripleLine.within(line, graph.graph()))
                        .forEach(sorter::add);
            }
        }
        Path sorted = Files.createTempFile(work, "dump-", ".lines");
        sorter.writeTo(sorted);
        return sorted;
    }

    private static List<String> differences(String changed, Path whole, Path now, UnaryOperator<String> key)
            throws IOException {
        LimitedMessages lost = new LimitedMessages(changed);
        LimitedMessages came = new LimitedMessages(changed);
        try (Stream<String> wholeLines = Files.lines(whole);
                Stream<String> nowLines = Files.lines(now)) {
            Iterator<String> left = wholeLines.iterator();
            Iterator<String> right = nowLines.iterator();
            String was = next(left);
            String is = next(right);
            while (!was.isEmpty() || !is.isEmpty()) {
                int order = order(was, is, key);
                if (order < 0) {
                    lost.add("missing from graph <" + TripleLine.graph(was) + ">: " + TripleLine.withoutGraph(was));
                } else if (order > 0) {
                    came.add("additional" + within(TripleLine.graph(is)) + ": " + TripleLine.withoutGraph(is));
                }
                String last = was;
                was = order <= 0 ? skip(left, last, key) : was;
                is = order >= 0 ? next(right) : is;
            }
        }
        return Stream.concat(lost.messages(), came.messages()).toList();
    }

    private static int order(String was, String is, UnaryOperator<String> key) {
        if (was.isEmpty() || is.isEmpty()) {
            return was.isEmpty() ? 1 : -1;
        }
        return CanonicalLines.compareCodePoints(key.apply(was), key.apply(is));
    }

    /** Skips lines with the same key: in a merged dump each triple occurs once. */
    private static String skip(Iterator<String> lines, String last, UnaryOperator<String> key) {
        String line = next(lines);
        while (!line.isEmpty() && key.apply(line).equals(key.apply(last))) {
            line = next(lines);
        }
        return line;
    }

    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : "";
    }

    private static String within(String graph) {
        return graph.isEmpty() ? "" : " in graph <" + graph + ">";
    }

    /** The first messages about a dump, and the number of the others. */
    private static final class LimitedMessages {
        private final String dump;
        private final List<String> first = new ArrayList<>();
        private final AtomicLong more = new AtomicLong();

        LimitedMessages(String dump) {
            this.dump = dump;
        }

        void add(String sentence) {
            if (first.size() < MAX_MESSAGES) {
                first.add(dump + ": " + sentence);
            } else {
                more.incrementAndGet();
            }
        }

        Stream<String> messages() {
            return more.get() == 0
                    ? first.stream()
                    : Stream.concat(first.stream(), Stream.of(dump + ": and " + more + " more"));
        }
    }
}
