// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.BufferedWriter;
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
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.LineSorter;
import org.onrecord.release.line.TripleLine;

/** Finds what is other in a dump than in one with the named graphs. */
final class DumpDifference {
    private static final int MAX_MESSAGES = 3;

    private final DumpContent whole;
    private final Path work;
    private final long memory;

    /**
     * A tracing.
     *
     * @param whole has the named graphs, as they should be
     * @param work a folder for what is needed meanwhile
     * @param memory about how many bytes of lines are held
     */
    DumpDifference(DumpContent whole, Path work, long memory) {
        this.whole = whole;
        this.work = work;
        this.memory = memory;
    }

    /**
     * What is other in a dump whose hashes are other, a sentence each: at most three of what is lost and of what came. Blank
     * nodes have other labels as soon as one of them is changed, and so their triples are only said to differ.
     */
    List<String> describe(DumpContent changed) throws IOException {
        UnaryOperator<String> key = changed.isNamed() ? UnaryOperator.identity() : TripleLine::withoutGraph;
        Path should = quads(whole);
        Path is = quads(changed);
        List<String> messages = differences(changed.name(), should, is, key);
        Files.delete(should);
        Files.delete(is);
        return messages.isEmpty()
                ? List.of(changed.name() + ": holds other triples with blank nodes than " + whole.name()
                        + within(changed))
                : messages;
    }

    private String within(DumpContent changed) {
        return changed.isNamed()
                ? changed.graphs().stream()
                        .filter(graph ->
                                !graph.hash().equals(whole.release().graphs().get(graph.graph())))
                        .findFirst()
                        .map(graph -> ", in graph <" + graph.graph() + ">")
                        .orElse("")
                : "";
    }

    /** The quads without blank nodes as sorted lines; merged triples are in the graph without a name. */
    private Path quads(DumpContent content) throws IOException {
        LineSorter sorter = new LineSorter(work, memory);
        for (GraphLines graph : content.graphs()) {
            Path run = Files.createTempFile(work, "quads-", ".lines");
            try (BufferedWriter out = Files.newBufferedWriter(run);
                    Stream<String> lines = Files.lines(graph.file())) {
                for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
                    String line = all.next();
                    if (!line.startsWith("_:") && !TripleLine.of(line).object().startsWith("_:")) {
                        out.append(TripleLine.within(line, graph.graph())).append('\n');
                    }
                }
            }
            sorter.addSorted(run);
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
                    lost.add("lost from graph <" + TripleLine.graph(was) + ">: " + TripleLine.withoutGraph(was));
                } else if (order > 0) {
                    came.add("holds instead" + within(TripleLine.graph(is)) + ": " + TripleLine.withoutGraph(is));
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

    /** The next line of another key: merged, a triple stands once however many graphs hold it. */
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

    /** The first few sentences about a dump; of the rest only how many there are, for a dump may be changed throughout. */
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
                    : Stream.concat(first.stream(), Stream.of(dump + ": and " + more + " more like it"));
        }
    }
}
