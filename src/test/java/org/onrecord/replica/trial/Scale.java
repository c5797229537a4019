// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A simulation of an origin and replicas that poll it, for sizes that were not tried. What is measured, and where, stands
 * beside each number; times are taken to grow with the size as they did between two measured sizes. Argument: a seed. Prints the table of the guide.
 */
public final class Scale {
    // Measured with 100 followers by ".ci/replicas/run polling", 29 November 2026: for a request.
    private static final double POLL_CPU = 0.00085;
    private static final double POLL_BYTES = 825;
    private static final double POLL_PERIOD = 0.4;
    // Measured: the record that withdraws an article of the sample has 2,253 quads of 204 bytes.
    private static final double RECORD_BYTES = 460e3;
    // Measured with 0.1 and 1 million quads by ".ci/replicas/run size", 29 November 2026: for none, and for each
    // million.
    private static final double DUMP_BYTES = 10e6;
    private static final double HEAP_BYTES = 768e6;
    private static final double[] LOAD = {5, 25};
    private static final double[] APPLY = {1.1, 1.6};
    private static final double[] RELEASE = {1.7, 5};

    // Assumed: machines of 64 GB and 8 cores, a link of 1 Gbit/s, a changed article every minute.
    private static final double MEMORY = 64e9;
    private static final double LINK = 125e6;
    private static final double CORES = 8;
    private static final double RELEASE_PERIOD = 60;
    // Wanted: the lag of the issue, a start within an hour.
    private static final double LAG = 1;
    private static final double START = 3600;
    private static final int RELEASES = 20;

    private final Random random;
    private final double millions;
    private final int replicas;

    private Scale(long seed, double millions, int replicas) {
        this.random = new Random(seed);
        this.millions = millions;
        this.replicas = replicas;
    }

    /** A replica's next request: when, and the first release that it does not have. */
    private record Poll(double time, int release) {}

    /** Prints the table. */
    public static void main(String[] args) {
        System.out.println("| quads | replicas | origin sends, KB/s | its cores | lag p50, s | p95, s | heap, GB"
                + " | all start at once, s | beyond the limits |\n|---|---|---|---|---|---|---|---|---|");
        for (double millions : new double[] {1, 10, 100, 1000}) {
            for (int replicas : new int[] {1, 10, 100}) {
                System.out.println(new Scale(Long.parseLong(args[0]), millions, replicas).row());
            }
        }
    }

    private String row() {
        double[] lags = lags();
        double polls = replicas / (POLL_PERIOD + POLL_CPU);
        double sent = polls * POLL_BYTES + replicas * RECORD_BYTES / period();
        double memory = HEAP_BYTES * millions;
        double start = start();
        double lag = lags[lags.length * 95 / 100];
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("memory", memory / MEMORY);
        shares.put("start", start / START);
        shares.put("lag", lag / LAG);
        shares.put("release", time(RELEASE) / RELEASE_PERIOD);
        shares.put("polling", polls * POLL_CPU / CORES);
        shares.put("sending", sent / LINK);
        String beyond = String.join(
                ", ",
                shares.entrySet().stream()
                        .filter(share -> share.getValue() > 1)
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(share -> "%s %.1fx".formatted(share.getKey(), share.getValue()))
                        .toList());
        return "| %,.0f M | %d | %.1f | %.2f | %.2f | %.2f | %.0f | %,.0f | %s |"
                .formatted(
                        millions,
                        replicas,
                        sent / 1000,
                        polls * POLL_CPU,
                        lags[lags.length / 2],
                        lag,
                        memory / 1e9,
                        start,
                        beyond.isEmpty() ? "-" : beyond);
    }

    /** The time until the last of all replicas that start at once has loaded the dump, which goes over the link of the origin. */
    private double start() {
        return replicas * DUMP_BYTES * millions / LINK + time(LOAD);
    }

    /** The time from a release to the next: the origin makes one after the other. */
    private double period() {
        return Math.max(RELEASE_PERIOD, time(RELEASE));
    }

    private double time(double[] measured) {
        return measured[0] + measured[1] * millions;
    }

    /** How long after each release each replica has it, sorted: the origin answers one request after the other on each core. */
    private double[] lags() {
        PriorityQueue<Poll> polls = new PriorityQueue<>(Comparator.comparingDouble(Poll::time));
        for (int i = 0; i < replicas; i++) {
            polls.add(new Poll(random.nextDouble() * POLL_PERIOD, 1));
        }
        double[] cores = new double[(int) CORES];
        double link = 0;
        double[] lags = new double[0];
        int count = 0;
        while (!polls.isEmpty()) {
            Poll poll = polls.remove();
            Arrays.sort(cores);
            cores[0] = Math.max(cores[0], poll.time()) + POLL_CPU;
            int last = (int) (cores[0] / period());
            if (last < poll.release()) {
                next(polls, cores[0] + POLL_PERIOD, poll.release());
                continue;
            }
            link = Math.max(link, cores[0]) + (last - poll.release() + 1) * RECORD_BYTES / LINK;
            double done = link + time(APPLY);
            lags = Arrays.copyOf(lags, count + last - poll.release() + 1);
            for (int release = poll.release(); release <= last; release++) {
                lags[count++] = done - release * period();
            }
            next(polls, done, last + 1);
        }
        Arrays.sort(lags);
        return lags;
    }

    private void next(PriorityQueue<Poll> polls, double time, int release) {
        if (time < RELEASES * period()) {
            polls.add(new Poll(time, release));
        }
    }
}
