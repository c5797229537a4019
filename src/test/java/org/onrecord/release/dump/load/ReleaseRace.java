// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.onrecord.release.dump.Bounds;
import org.onrecord.release.dump.ReleaseFolder;
import org.onrecord.release.dump.ReleaseWriter;
import org.onrecord.release.form.Context;
import org.onrecord.vocabulary.Format;

/**
 * Benchmark of writing N-Quads against common tools with the same output: Jena's stream writer, then {@code sort},
 * {@code gzip -6} and {@code sha256sum}. The program also merges and counts the triples and hashes each graph.
 * Arguments: folder, millions of quads, rounds.
 */
public final class ReleaseRace {
    private final DatasetGraph dataset;
    private final Path folder;

    private ReleaseRace(DatasetGraph dataset, Path folder) {
        this.dataset = dataset;
        this.folder = folder;
    }

    /** A task to be timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ReleaseRace race =
                new ReleaseRace(GeneratedDataset.dataset(args[1]), Files.createDirectories(Path.of(args[0])));
        double[] ratios = new double[Integer.parseInt(args[2])];
        for (int i = 0; i < ratios.length; i++) {
            boolean first = i % 2 == 0;
            double before = first ? 0 : seconds(race::tools);
            double ours = seconds(race::ours);
            double tools = first ? seconds(race::tools) : before;
            race.compare();
            ratios[i] = ours / tools;
            System.out.printf(Locale.ROOT, "ours %.1f s, tools %.1f s, ratio %.2f%n", ours, tools, ratios[i]);
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "ratio of %d rounds: median %.2f, least %.2f, most %.2f%n",
                ratios.length,
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private static double seconds(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void ours() {
        new ReleaseWriter(dataset, Context.of(GraphMemFactory.createDefaultGraph()), Bounds.DEFAULTS, step -> {})
                .to(ReleaseFolder.at(folder.resolve("ours")), EnumSet.of(Format.NQUADS), List.of(), List.of());
    }

    private void tools() throws IOException, InterruptedException {
        Path there = Files.createDirectories(folder.resolve("tools"));
        try (OutputStream out = Files.newOutputStream(there.resolve("unsorted.nq"))) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS);
            writer.start();
            StreamRDFOps.sendDatasetToStream(dataset, writer);
            writer.finish();
        }
        command("sort", "-u", "-o", "onrecord.nq", "unsorted.nq");
        command("gzip", "-6", "-k", "-n", "-f", "onrecord.nq");
        command("sha256sum", "onrecord.nq", "onrecord.nq.gz");
    }

    private void command(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.resolve("tools").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C");
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(words[0] + " ended with " + code);
        }
    }

    private void compare() throws IOException {
        long different = Files.mismatch(folder.resolve("ours/onrecord.nq"), folder.resolve("tools/onrecord.nq"));
        if (different >= 0) {
            throw new IllegalStateException("Outputs differ at byte " + different);
        }
    }
}
