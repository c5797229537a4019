// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs git in a folder, if it is installed.
 *
 * @param folder the folder
 */
record Git(Path folder) {
    private static final long TIMEOUT_SECONDS = 10;

    /** The name of the user, as {@code git config user.name} says it. */
    Optional<String> userName() {
        return run("config", "user.name").filter(name -> !name.isBlank());
    }

    /** Makes the folder a repository, unless it is in one. */
    boolean init() {
        return run("rev-parse", "--git-dir").isPresent()
                || run("init", "--quiet").isPresent();
    }

    /** The output of a command; empty if git is missing or the command fails. */
    private Optional<String> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean done = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return done && process.exitValue() == 0 ? Optional.of(output.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
