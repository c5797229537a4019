// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, started in a folder that is not the project's. */
final class Program {
    /** Timeout for commands other than {@code serve}. */
    private static final long TIMEOUT_SECONDS = 60;

    private static final int SIGINT = 2;

    private static final Path JAR = Path.of(System.getProperty("onrecord.jar", "target/onrecord.jar"));

    private Program() {}

    /**
     * Runs the program to its end.
     *
     * @throws IllegalStateException if it does not end in time
     */
    static Run run(Path folder, Object... args) throws IOException, InterruptedException {
        return run(builder(folder, args));
    }

    /** Runs any command to its end. */
    static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("onrecord", ".out");
        Path err = Files.createTempFile("onrecord", ".err");
        try {
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            int code = code(process, TIMEOUT_SECONDS);
            return new Run(code, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The exit code of a process that ends within a time; it is killed if it does not. */
    static int code(Process process, long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after " + seconds + " s: " + process.info());
        }
        return process.exitValue();
    }

    /** The program, ready to start by its launcher, with the Java of this test. */
    static ProcessBuilder builder(Path folder, Object... args) {
        List<String> command =
                new ArrayList<>(ignoresInterrupts() ? List.of("env", "--default-signal=INT") : List.of());
        command.add(JAR.resolveSibling("onrecord").toAbsolutePath().toString());
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Whether child processes would ignore SIGINT, as in a background job. */
    private static boolean ignoresInterrupts() {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && text(status)
                        .lines()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(signals -> (signals >> (SIGINT - 1) & 1) == 1);
    }

    /** Reads a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
