// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the operating system knows of this process. */
public final class Processes {
    private Processes() {}

    /** Open files and sockets; -1 where the system does not tell. */
    public static double openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }
}
