// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Network namespaces of this machine on one bridge, with addresses 10.77.0.N; needs root. */
final class Network implements AutoCloseable {
    private static final String BRIDGE = "onrecord0";
    private static final String PREFIX = "onrecord-";

    private final List<String> names = new ArrayList<>();

    Network() throws IOException {
        run("ip", "link", "add", BRIDGE, "type", "bridge");
        run("ip", "addr", "add", "10.77.0.254/24", "dev", BRIDGE);
        run("ip", "link", "set", BRIDGE, "up");
    }

    /** Adds a namespace and returns its address. */
    String add(String name) throws IOException {
        names.add(name);
        String address = "10.77.0." + names.size();
        String outer = "or-" + name;
        run("ip", "netns", "add", PREFIX + name);
        run("ip", "link", "add", outer, "type", "veth", "peer", "name", "eth0", "netns", PREFIX + name);
        run("ip", "link", "set", outer, "master", BRIDGE, "up");
        run(in(name, "ip", "addr", "add", address + "/24", "dev", "eth0"));
        run(in(name, "ip", "link", "set", "eth0", "up"));
        run(in(name, "ip", "link", "set", "lo", "up"));
        return address;
    }

    /** A command in a namespace. */
    static String[] in(String name, String... command) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", PREFIX + name));
        words.addAll(List.of(command));
        return words.toArray(String[]::new);
    }

    void cut(String name) throws IOException {
        run("ip", "link", "set", "or-" + name, "down");
    }

    void heal(String name) throws IOException {
        run("ip", "link", "set", "or-" + name, "up");
    }

    /** The number of bytes that came out of a namespace. */
    long sent(String name) throws IOException {
        return Long.parseLong(Files.readString(Path.of("/sys/class/net/or-" + name + "/statistics/rx_bytes"))
                .strip());
    }

    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
    }

    @Override
    public void close() throws IOException {
        for (String name : names) {
            run("ip", "netns", "del", PREFIX + name);
        }
        run("ip", "link", "del", BRIDGE);
    }
}
