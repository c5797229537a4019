// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A control group (version 1) that gives processes a fixed part of a core, and counts the time that they used; needs root. */
final class CpuShare implements AutoCloseable {
    private static final Path CPU = Path.of("/sys/fs/cgroup/cpu");
    private static final Path ACCOUNT = Path.of("/sys/fs/cgroup/cpuacct");
    private static final int PERIOD = 20_000;
    /** Its processes come before those of others, so that a busy machine does not take their part away. */
    private static final String WEIGHT = "65536";

    private final String name;

    CpuShare(String name) throws IOException {
        this.name = "onrecord-" + name;
        for (Path parent : List.of(CPU, ACCOUNT)) {
            Files.createDirectories(parent.resolve(this.name));
        }
        write("cpu.shares", WEIGHT);
        write("cpu.cfs_period_us", Integer.toString(PERIOD));
    }

    /** Puts a process with all its threads into the group. */
    void add(long process) throws IOException {
        for (Path parent : List.of(CPU, ACCOUNT)) {
            Files.writeString(parent.resolve(name).resolve("cgroup.procs"), Long.toString(process));
        }
    }

    /** Sets the part, as a number of cores; 0 for all. */
    void set(double cores) throws IOException {
        write("cpu.cfs_quota_us", cores == 0 ? "-1" : Long.toString(Math.round(cores * PERIOD)));
    }

    /** The time used, in seconds. */
    double used() throws IOException {
        return Long.parseLong(Files.readString(ACCOUNT.resolve(name).resolve("cpuacct.usage"))
                        .strip())
                / 1e9;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(CPU.resolve(name).resolve(file), text);
    }

    /** Removes the group, whose processes have ended or go back to the group above. */
    @Override
    public void close() throws IOException {
        for (Path parent : List.of(CPU, ACCOUNT)) {
            for (String process : Files.readAllLines(parent.resolve(name).resolve("cgroup.procs"))) {
                Files.writeString(parent.resolve("cgroup.procs"), process);
            }
            Files.deleteIfExists(parent.resolve(name));
        }
    }
}
