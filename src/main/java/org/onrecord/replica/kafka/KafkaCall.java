// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.onrecord.source.Reason;

/** Calls of the Kafka client. Its exceptions become ours, with messages that stay the same while a problem stays the same. */
final class KafkaCall {
    private KafkaCall() {}

    /**
     * Calls the client.
     *
     * @throws IOException if that fails; the message has the address of the topic, the reason and the remedy
     */
    static <T> T call(KafkaTopic topic, Supplier<T> action) throws IOException, InterruptedException {
        try {
            return action.get();
        } catch (InterruptException e) {
            // The exception has set the flag of the thread, which the one thrown here replaces.
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (KafkaException e) {
            throw failure(topic, e);
        } catch (LinkageError e) {
            throw new IOException(
                    topic.address() + ": the messages are compressed in a way that needs another library, "
                            + Reason.of(e) + "; set compression.type=producer on the topic",
                    e);
        }
    }

    /** The exception of a failed call. */
    static IOException failure(KafkaTopic topic, Throwable e) {
        return new IOException(topic.address() + ": " + problem(e), e);
    }

    private static String problem(Throwable e) {
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            return "the broker refuses access: " + Reason.of(e)
                    + "; see --kafka-config and the broker's access control";
        }
        if (e instanceof RetriableException) {
            return "no answer of the brokers, or fewer replicas are in sync than the topic asks for";
        }
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Reason.of(cause);
    }
}
