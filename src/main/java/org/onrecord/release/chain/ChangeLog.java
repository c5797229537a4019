// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.onrecord.release.Release;
import org.onrecord.release.StatedGraphs;
import org.onrecord.release.chain.ChainRecord.Position;
import org.onrecord.source.Reason;

/**
 * The last records of the chain of releases, and where in the chain this server is. Bounded: the oldest records are dropped.
 * With a file, a restarted server continues the chain; if the file cannot be written, a new chain begins, which servers that
 * follow this one join by the hash of the release that they hold. Thread-safe.
 */
public final class ChangeLog {
    /** The number of releases that are remembered. */
    private static final int RELEASES = 1000;

    private static final long MAX_LENGTH = 64L << 20;

    private final Optional<LogFile> file;
    private final Consumer<String> console;
    private final Deque<Position> positions = new ArrayDeque<>();
    private final Deque<ChainRecord> records = new ArrayDeque<>();
    private long length;
    private boolean saved = true;

    /** Names the chain of the next records, if it is not that of the last. */
    private Optional<String> chain = Optional.empty();

    private ChangeLog(Optional<LogFile> file, Consumer<String> console) {
        this.file = file;
        this.console = console;
    }

    /** A log that is lost when the process ends. */
    public static ChangeLog inMemory() {
        return new ChangeLog(Optional.empty(), line -> {});
    }

    /**
     * The log in a folder, which no other process uses.
     *
     * @param console receives warnings
     */
    public static ChangeLog in(Path folder, Consumer<String> console) {
        LogFile file = new LogFile(folder.resolve("changes"));
        ChangeLog log = new ChangeLog(Optional.of(file), console);
        try {
            LogFile.Content content = file.read();
            log.positions.addAll(content.positions());
            content.records().forEach(log::keep);
        } catch (IOException e) {
            console.accept("'" + file.path() + "' cannot be used: " + Reason.of(e) + "; a new log begins");
        }
        return log;
    }

    /** The place of this server; empty if no release was logged. */
    public synchronized Optional<Position> position() {
        return Optional.ofNullable(positions.peekLast());
    }

    /** The records, oldest first. */
    public synchronized List<ChainRecord> records() {
        return List.copyOf(records);
    }

    /** The places of the last releases, oldest first. */
    public synchronized List<Position> positions() {
        return List.copyOf(positions);
    }

    /** Continues the chain of another server at its last place. */
    public synchronized void restart(List<Position> places) {
        positions.clear();
        positions.addAll(places);
        records.clear();
        length = 0;
        chain = Optional.empty();
        save();
        notifyAll();
    }

    /**
     * Adds the step from one release to the next, which this server makes, unless they are the same. Begins a chain if the
     * log is not at the first.
     */
    public synchronized void add(StatedGraphs older, Release newer) {
        String hash = older.hashes().hash();
        if (position().filter(at -> at.release().equals(hash)).isEmpty()) {
            restart(List.of(new Position(newChain(), 0, hash)));
        }
        if (!newer.hash().equals(hash)) {
            Position before = position().orElseThrow();
            Position next = new Position(chain.orElse(before.chain()), before.number() + 1, newer.hash());
            add(ChainRecord.of(next, older, newer, Instant.now()));
        }
    }

    /** Adds a record, whose previous release is the last one. */
    public synchronized void add(ChainRecord record) {
        keep(record);
        if (saved) {
            append(record);
        } else {
            save();
        }
        notifyAll();
    }

    private void keep(ChainRecord record) {
        positions.add(record.position());
        records.add(record);
        length += record.transaction().length();
        while (positions.size() > RELEASES) {
            positions.remove();
        }
        while (records.size() > positions.size() || length > MAX_LENGTH && records.size() > 1) {
            length -= records.remove().transaction().length();
        }
    }

    private void append(ChainRecord record) {
        try {
            if (file.isPresent() && !file.get().append(record)) {
                save();
            }
        } catch (IOException e) {
            unsaved(e);
        }
    }

    private void save() {
        try {
            if (file.isPresent()) {
                List<Position> before = new ArrayList<>(positions);
                records.forEach(record -> before.remove(before.size() - 1));
                file.get().write(before, records);
            }
            saved = true;
        } catch (IOException e) {
            unsaved(e);
        }
    }

    /** What was logged must not be given other numbers after a restart, so another chain begins with the next record. */
    private void unsaved(IOException e) {
        if (saved) {
            console.accept("warning: the log of changes cannot be written: " + Reason.of(e)
                    + "; it is kept in memory until it can, and servers that follow this one may have to load its dumps again"
                    + " after a restart");
            file.ifPresent(LogFile::delete);
            chain = Optional.of(newChain());
        }
        saved = false;
    }

    private static String newChain() {
        return UUID.randomUUID().toString();
    }

    /**
     * The records after a release, oldest first, as many as fit into a length, and at least one.
     *
     * @param maxLength in characters
     * @return empty if the log does not have the release
     */
    public synchronized Optional<List<ChainRecord>> since(String release, long maxLength) {
        List<ChainRecord> all = new ArrayList<>(records);
        int from = all.size();
        if (position().filter(at -> at.release().equals(release)).isEmpty()) {
            do {
                from--;
            } while (from >= 0 && !all.get(from).previous().equals(release));
        }
        if (from < 0) {
            return Optional.empty();
        }
        List<ChainRecord> after = new ArrayList<>();
        long sum = 0;
        for (ChainRecord record : all.subList(from, all.size())) {
            sum += record.transaction().length();
            if (sum > maxLength && !after.isEmpty()) {
                break;
            }
            after.add(record);
        }
        return Optional.of(after);
    }

    /** The number of records after a release; 0 if the log does not have it. */
    public long after(String release) {
        return since(release, Long.MAX_VALUE).map(List::size).orElse(0);
    }

    /**
     * Waits until the last release is another.
     *
     * @param release the hash of the known release; empty if there is none
     * @return whether it is
     */
    public synchronized boolean awaitAfter(String release, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (position().map(Position::release).orElse("").equals(release)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
