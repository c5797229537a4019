// SPDX-License-Identifier: Apache-2.0
/**
 * The chain of releases in a topic of Apache Kafka: one publisher, any number of replicas.
 *
 * <p>The topic has one partition, so that the order of the chain holds. A record is one message, or several if it is large;
 * each has the digest of the whole record in its headers. What is missing, twice, damaged or in another order never makes a
 * wrong record: it shows as a gap in the chain.
 *
 * <p>The Kafka client is optional and not in the program's jar. Only {@link TopicReader}, {@link TopicWriter} and what they
 * call use its types; the classes that others call say what is missing without it.
 */
@NullMarked
package org.onrecord.replica.kafka;

import org.jspecify.annotations.NullMarked;
