// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * The times by which queries are limited, in nanoseconds from any origin.
 *
 * @param wall the time that passes
 * @param cpu the processor time that the calling thread has used
 */
record QueryClock(LongSupplier wall, LongSupplier cpu) {
    /** The clock of the machine. */
    static final QueryClock SYSTEM = new QueryClock(
            System::nanoTime, () -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
}
