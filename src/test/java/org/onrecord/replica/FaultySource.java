// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.ChainRecord.Position;
import org.onrecord.release.chain.ChangeLog;

/** Reads a log like a topic, from its beginning, and loses, repeats, reorders and alters records with a probability. */
final class FaultySource implements RecordSource {
    private final ChangeLog log;
    private final Random random;
    private final double probability;
    private final AtomicBoolean healed = new AtomicBoolean();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final UnaryOperator<String> rewriting;
    private final List<ChainRecord> pending = new ArrayList<>();
    private Position read;

    FaultySource(ChangeLog log, Random random, double probability) {
        this(log, random, probability, text -> text);
    }

    FaultySource(ChangeLog log, Random random, double probability, UnaryOperator<String> rewriting) {
        this.log = log;
        this.random = random;
        this.probability = probability;
        this.rewriting = rewriting;
        this.read = log.positions().get(0);
    }

    void heal() {
        healed.set(true);
    }

    void cut(boolean now) {
        cut.set(now);
    }

    @Override
    public Batch poll(String release) throws IOException, InterruptedException {
        if (cut.get() || happens()) {
            throw new IOException("the link is cut");
        }
        for (ChainRecord record : log.since(read.release(), Long.MAX_VALUE).orElse(List.of())) {
            read = record.position();
            for (int times = happens() ? random.nextInt(3) : 1; times > 0; times--) {
                pending.add(ChainRecord.parse(rewriting.apply(altered(record.text()))));
            }
        }
        if (happens()) {
            Collections.shuffle(pending, random);
        }
        List<ChainRecord> now = List.copyOf(pending.subList(0, happens() ? pending.size() / 2 : pending.size()));
        pending.subList(0, now.size()).clear();
        Thread.sleep(5);
        return new Batch(now, pending.size(), false);
    }

    private String altered(String text) {
        return happens() ? text.replaceFirst("(?m)^A .*\n", "") : text;
    }

    private boolean happens() {
        return !healed.get() && random.nextDouble() < probability;
    }

    @Override
    public void rewind() {
        read = log.positions().get(0);
        pending.clear();
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
