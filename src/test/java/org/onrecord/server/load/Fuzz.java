// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.lang.management.ManagementFactory;
import org.onrecord.server.ReadServer;
import org.onrecord.server.metrics.Processes;

/** A command: {@code Fuzz [REQUESTS [SEED]]}. Exit code 1 if a request was answered 500, or not at all, or leaked. */
public final class Fuzz {
    private static final int USUAL = 100_000;
    private static final int LEAK = 50;

    private Fuzz() {}

    /** Runs it. */
    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : USUAL;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        int failures;
        try (ReadServer server = LoadFixture.site()) {
            new FuzzRun(server.port(), seed).send(200);
            double files = Processes.openFiles();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            long start = System.nanoTime();
            FuzzRun.Result result = new FuzzRun(server.port(), seed).send(requests);
            double seconds = (System.nanoTime() - start) / 1e9;
            double moreFiles = Processes.openFiles() - files;
            int moreThreads = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
            System.out.printf(
                    "%,d requests, seed %d, %.0f s. Answers by status: %s. Files +%.0f, threads %+d.%n",
                    requests, seed, seconds, result.statuses(), moreFiles, moreThreads);
            result.bad().forEach(System.out::println);
            failures = result.bad().size() + (moreFiles > LEAK || moreThreads > LEAK ? 1 : 0);
        }
        System.exit(failures == 0 ? 0 : 1);
    }
}
