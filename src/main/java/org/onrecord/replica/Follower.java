// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.onrecord.release.Loading;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.ChainRecord.Position;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.release.chain.Lag;
import org.onrecord.release.chain.RecordException;
import org.onrecord.release.chain.Steps;
import org.onrecord.source.Reason;
import org.onrecord.validation.Severity;

/**
 * Follows the releases of a source: applies the records that lead on from the current release, and skips the others. If
 * records are missing, the dumps of the other server are loaded again. Until then, and while the source cannot be reached,
 * the current release stays.
 */
public final class Follower implements AutoCloseable {
    private static final Duration DOUBT = Duration.ofMinutes(1);

    private final RecordSource source;
    private final Bootstrap bootstrap;
    private final ReceivedReleases releases;
    private final ChangeLog log;
    private final Output output;
    private final AtomicReference<Lag> lag;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "follow");
    private Loading.Ready current;

    /** Whether a record was seen that does not lead on from the current release. */
    private boolean gap;

    /** Until when the other server is asked for its release, because a damaged record may have been the last one. */
    private Instant doubt = Instant.MIN;

    private String told = "";

    /**
     * What receives the results.
     *
     * @param show receives each release that becomes current
     * @param console receives messages for the operator
     */
    public record Output(Consumer<Loading.Ready> show, Consumer<String> console) {}

    /**
     * Creates a follower.
     *
     * @param first the current release, at which the log of the replica is
     */
    public Follower(Replica replica, Loading.Ready first, Output output) {
        this.source = replica.source();
        this.bootstrap = new Bootstrap(replica.peer(), replica.releases());
        this.releases = replica.releases();
        this.log = replica.log();
        this.current = first;
        this.output = output;
        thread.setDaemon(true);
        this.lag = new AtomicReference<>(new Lag(source.name(), 0, Instant.now(), Optional.empty()));
    }

    /** How far the current release is behind. */
    public Lag lag() {
        return Objects.requireNonNull(lag.get());
    }

    /** Starts to follow, in a daemon thread. */
    public void start() {
        thread.start();
    }

    /** Stops. */
    @Override
    public void close() {
        stopped.set(true);
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Backoff backoff = new Backoff();
        try (source) {
            while (!stopped.get()) {
                try {
                    if (follow(next())) {
                        backoff.reset();
                        continue;
                    }
                } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    tell(Reason.of(e));
                }
                backoff.pause();
            }
        } catch (InterruptedException e) {
            // Only close() interrupts the thread.
            stopped.set(true);
        }
    }

    private RecordSource.Batch next() throws IOException, InterruptedException {
        String release = current.release().hash();
        try {
            RecordSource.Batch batch = source.poll(release);
            if (batch.records().isEmpty() && batch.left() == 0 && Instant.now().isBefore(doubt)) {
                gap |= bootstrap.isAheadOf(release);
            }
            return batch;
        } catch (RecordException e) {
            doubt = Instant.now().plus(DOUBT);
            throw e;
        }
    }

    /** Applies a batch. Gives whether all went well, so that the next can follow without a pause. */
    private boolean follow(RecordSource.Batch batch) throws IOException, InterruptedException {
        boolean well = true;
        Steps steps = new Steps(current.release());
        try {
            for (ChainRecord record : batch.records()) {
                follow(record, steps);
            }
        } catch (RecordException e) {
            gap = true;
            well = false;
            tell(source.name() + ": " + e.getMessage());
        } finally {
            advance(steps);
        }
        if (batch.lost() || gap && batch.left() == 0) {
            reload();
            well = false;
        }
        if (well) {
            caughtUp(batch);
        }
        return well;
    }

    private void caughtUp(RecordSource.Batch batch) {
        lag.set(new Lag(
                source.name(), batch.left(), batch.left() == 0 ? Instant.now() : lag().since(), Optional.empty()));
        told = "";
    }

    /** Applies a record that leads on; remembers that records are missing if one does not, and is not known. */
    private void follow(ChainRecord record, Steps steps) throws RecordException {
        String dataset = current.release().base().dataset();
        if (!record.dataset().equals(dataset)) {
            tell("%s: a record is of the dataset <%s>, and this server has <%s>; it is skipped"
                    .formatted(source.name(), record.dataset(), dataset));
            return;
        }
        Position at = steps.position().or(log::position).orElseThrow();
        boolean old = record.position().chain().equals(at.chain())
                && record.position().number() <= at.number();
        if (record.previous().equals(at.release()) && !old) {
            checkRules(record);
            steps.apply(record);
            gap = false;
        } else {
            // What stands before a record that is known is older, and nothing of it is missing.
            gap = !old && !isKnown(record, at);
        }
    }

    private boolean isKnown(ChainRecord record, Position at) {
        return record.position().release().equals(at.release())
                || log.positions().contains(record.position());
    }

    private void checkRules(ChainRecord record) throws RecordException {
        String rules = ChainRecord.rules(current.release());
        if (!record.rules().equals(rules)) {
            throw new RecordException("release " + record.position().release()
                    + " has other rules than this program; follow it with the program that the other server runs");
        }
    }

    /** Makes the release after some records current, as one change for readers. */
    private void advance(Steps steps) {
        if (!steps.applied().isEmpty()) {
            current = steps.result(current, releases);
            steps.applied().forEach(log::add);
            show();
        }
    }

    private void reload() throws IOException, InterruptedException {
        output.console()
                .accept("onrecord: records after release %s are missing at %s; its dumps are loaded again."
                        .formatted(current.release().hash(), source.name()));
        Bootstrap.Loaded loaded = bootstrap.load();
        gap = false;
        source.rewind();
        if (!loaded.ready().release().hash().equals(current.release().hash())) {
            current = loaded.ready();
            log.restart(loaded.positions());
            show();
        }
    }

    private void show() {
        if (!current.home().results().conforms()) {
            long violations = current.report().count(Severity.VIOLATION);
            output.console()
                    .accept("onrecord: release %s has %d violations of the shapes; it is served as it was published."
                            .formatted(current.release().hash(), violations));
        }
        output.show().accept(current);
    }

    /** Reports a failure, once as long as it is the same. */
    private void tell(String problem) {
        Lag before = lag();
        lag.set(new Lag(before.source(), before.releases(), before.since(), Optional.of(problem)));
        if (!problem.equals(told)) {
            output.console()
                    .accept("onrecord: " + problem + ". Release "
                            + current.release().hash() + " is kept.");
            told = problem;
        }
    }
}
