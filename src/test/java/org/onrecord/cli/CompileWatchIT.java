// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.curation.NewHome;

/** {@code compile --watch}: each save is compiled; a save that does not compile is reported and writes nothing. */
class CompileWatchIT {
    private static final Path ARTICLES = Path.of("src/test/resources/guide");

    @TempDir
    private Path home;

    @Test
    void compilesEachSave() throws Exception {
        NewHome.of("https://harbour.example/record/", "Harbour on record").create(home);
        for (String name : new String[] {"ferry.txt", "ferry.yaml"}) {
            Files.copy(ARTICLES.resolve(name), home.resolve("texts").resolve(name));
        }
        Path sheet = home.resolve("texts/ferry.yaml");
        Path data = home.resolve("data/articles/ferry.ttl");
        Path log = home.resolve("log");
        Process watch = Program.builder(home, "compile", "texts/ferry.yaml", "--create", "--watch")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await(() -> Program.text(log).contains("onrecord: watching"));
            assertThat(data).content().contains("Nobody on Sand Island will be cut off.");
            String first = Files.readString(sheet);

            Files.writeString(sheet, first.replace("act: promise", "act: promis"));
            await(() -> Program.text(log).contains("Unknown code 'promis'"));
            assertThat(data).content().contains("speech-act/promise");

            Files.writeString(sheet, first.replace("cut off.", "left alone."));
            await(() -> Program.text(data).contains("Nobody on Sand Island will be left alone."));
        } finally {
            watch.destroy();
            assertThat(watch.waitFor()).isPositive();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
