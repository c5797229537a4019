// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.ChainRecord.Position;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.release.chain.RecordException;
import org.onrecord.replica.Backoff;
import org.onrecord.source.Reason;

/**
 * Writes the records of a log to a topic of Kafka, each when the one before it has arrived. The topic itself says how far it
 * is: after a start and after each failure its last record is read, and what follows in the log is written. So a record can
 * be written twice, and none is left out that the log has. Runs until it is closed.
 */
public final class KafkaPublisher implements Runnable, AutoCloseable {
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofMillis(1500);
    private static final long MAX_LENGTH = 16 << 20;

    private final KafkaTopic topic;
    private final ChangeLog log;
    private final String dataset;
    private final Consumer<String> console;
    private final Thread thread;
    private final Backoff backoff = new Backoff();

    private String told = "";

    private KafkaPublisher(KafkaTopic topic, ChangeLog log, String dataset, Consumer<String> console) {
        this.topic = topic;
        this.log = log;
        this.dataset = dataset;
        this.console = console;
        this.thread = new Thread(this, "kafka-publisher");
        thread.setDaemon(true);
    }

    /**
     * Starts to publish in a thread of its own. That the brokers cannot be reached is reported, and tried again.
     *
     * @param topic the topic
     * @param log the records
     * @param dataset the IRI of the dataset that they are of
     * @param console receives messages for the operator
     */
    public static KafkaPublisher start(KafkaTopic topic, ChangeLog log, String dataset, Consumer<String> console) {
        KafkaPublisher publisher = new KafkaPublisher(topic, log, dataset, console);
        publisher.thread.start();
        return publisher;
    }

    @Override
    public void run() {
        try {
            while (true) {
                try {
                    publish();
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    tell(Reason.of(e));
                    backoff.pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Publishes until that fails. */
    private void publish() throws IOException, InterruptedException {
        Optional<ChainRecord> last = last();
        try (TopicWriter writer = TopicWriter.open(topic)) {
            String at = last.map(record -> record.position().release()).orElse("");
            while (true) {
                at = write(writer, at);
                if (release().equals(at)) {
                    reached();
                }
                log.awaitAfter(at, WAIT);
            }
        }
    }

    private Optional<ChainRecord> last() throws IOException, InterruptedException {
        try (TopicReader reader = TopicReader.open(topic)) {
            Optional<ChainRecord> last = reader.last();
            String other = last.map(ChainRecord::dataset).orElse(dataset);
            if (!other.equals(dataset)) {
                throw new IOException(topic.address() + ": the topic has releases of the dataset <" + other
                        + ">, and this server has <" + dataset + ">; give another topic");
            }
            return last;
        }
    }

    /**
     * Writes what follows a release in the log; all that the log has, if the release is not in it.
     *
     * @return the release that the topic then has, or none
     */
    private String write(TopicWriter writer, String after) throws IOException, InterruptedException {
        Optional<List<ChainRecord>> following = log.since(after, MAX_LENGTH);
        if (following.isEmpty() && !after.isEmpty()) {
            say("the topic ends with release " + after
                    + ", from which the log of this server does not lead on; what the log"
                    + " has is published, and servers that follow the topic load dumps again");
        }
        String at = following.isPresent() ? after : release();
        for (ChainRecord record : following.orElseGet(log::records)) {
            try {
                writer.write(record);
            } catch (RecordException e) {
                say(Reason.of(e));
            }
            at = record.position().release();
        }
        return at;
    }

    private String release() {
        return log.position().map(Position::release).orElse("");
    }

    private void reached() {
        if (!told.isEmpty()) {
            say("all releases are published");
        }
        told = "";
        backoff.reset();
    }

    /** Reports a failure, once as long as it is the same. */
    private void tell(String problem) {
        if (!problem.equals(told)) {
            console.accept("onrecord: " + problem + ". Nothing is published until that is solved.");
            told = problem;
        }
    }

    private void say(String text) {
        console.accept("onrecord: " + topic.address() + ": " + text + ".");
    }

    /** Stops publishing. What is not published yet is found by the next start. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
