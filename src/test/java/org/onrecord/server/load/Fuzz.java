// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import org.onrecord.SampleHome;

/**
 * A command: {@code Fuzz [REQUESTS [SEED]]}. The server is a process of its own with a heap of 512 MiB and short limits.
 * Exit code 1 if a request was answered 500, or not at all, or leaked files or threads, or if the server ended.
 */
public final class Fuzz {
    private static final int USUAL = 100_000;
    private static final int LEAK = 50;
    private static final String FILES = "onrecord_open_files";
    private static final String THREADS = "onrecord_threads";
    private static final String[] SHORT_LIMITS = {
        "--time-limit",
        "1",
        "--max-rows",
        "10000",
        "--max-bytes",
        "4",
        "--query-memory",
        "32",
        "--queries-per-client",
        "32"
    };

    private Fuzz() {}

    /** Runs it. */
    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : USUAL;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        int failures;
        try (ServerProcess server = ServerProcess.start("512m", SampleHome.FOLDER, SHORT_LIMITS)) {
            new FuzzRun(server.port(), seed).send(200);
            double files = server.metric(FILES);
            double threads = server.metric(THREADS);
            System.out.println("before: " + server.state());
            long start = System.nanoTime();
            FuzzRun.Result result = new FuzzRun(server.port(), seed).send(requests);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println("after:  " + server.state());
            double moreFiles = server.metric(FILES) - files;
            double moreThreads = server.metric(THREADS) - threads;
            System.out.printf(
                    "%,d requests, seed %d, %.0f s. Answers by status: %s. Files %+.0f, threads %+.0f.%n",
                    requests, seed, seconds, result.statuses(), moreFiles, moreThreads);
            result.bad().forEach(System.out::println);
            failures = result.bad().size() + (moreFiles > LEAK || moreThreads > LEAK ? 1 : 0);
        }
        System.exit(failures == 0 ? 0 : 1);
    }
}
