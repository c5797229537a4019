// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Operating system statistics of this process. */
public final class Processes {
    private Processes() {}

    /** Number of open file descriptors; -1 if unknown. */
    public static double openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }
}
