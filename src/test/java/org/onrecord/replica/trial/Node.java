// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process in a network namespace, with a small disk of its own. */
final class Node implements AutoCloseable {
    private static final String DISK = "96m";

    private final String name;
    private final Path folder;
    private final List<String> command;
    private Optional<Process> process = Optional.empty();

    /**
     * Creates a node, whose process is not started.
     *
     * @param folder where its log is; {@code disk} in it is its disk
     * @param command with absolute paths
     */
    Node(String name, Path folder, List<String> command) throws IOException {
        this.name = name;
        this.folder = folder;
        this.command = List.copyOf(command);
        Files.createDirectories(disk());
        Network.run("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", disk().toString());
    }

    /**
     * The program as a server, on port 3030.
     *
     * @param address where it listens
     * @param options further options
     */
    static Node server(String name, Path folder, String address, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "JAVA_OPTS=" + System.getProperty("trial.java", "-Xmx384m"),
                Path.of("target/onrecord").toAbsolutePath().toString(),
                "serve",
                "--host",
                address));
        command.addAll(options);
        return new Node(name, folder, command);
    }

    /** The URL of a server at an address. */
    static String url(String address) {
        return "http://" + address + ":3030/";
    }

    static Path disk(Path folder) {
        return folder.resolve("disk");
    }

    private Path disk() {
        return disk(folder);
    }

    String name() {
        return name;
    }

    Path log() {
        return folder.resolve("log");
    }

    void start() throws IOException {
        process = Optional.of(new ProcessBuilder(Network.in(name, command.toArray(String[]::new)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start());
    }

    /** The number of its process. */
    long pid() {
        return process.orElseThrow().pid();
    }

    boolean isRunning() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Ends the process as SIGKILL does. */
    void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
    }

    /** Fills the disk. */
    void fill() throws IOException, InterruptedException {
        new ProcessBuilder("dd", "if=/dev/zero", "of=" + disk().resolve("filler"), "bs=64k")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Gives the space back. */
    void free() throws IOException {
        Files.deleteIfExists(disk().resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        kill();
        Network.run("umount", "-l", disk().toString());
    }
}
