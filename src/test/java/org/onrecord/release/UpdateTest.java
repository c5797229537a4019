// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;
import org.onrecord.validation.ReportFormat;

/** A home that is loaded again has what it has when it is loaded anew. */
class UpdateTest {
    private static final String QUOTE = "\"";

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        SampleHome.copy(folder);
    }

    private Loading.Ready ready() {
        return (Loading.Ready) new Loader(Home.at(folder), step -> {}).load(Optional.of(SampleHome.ready()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hasWhatAWholeLoadHas(int seed) {
        Random random = new Random(seed);
        Loading.Ready known = ready();
        for (int change = 0; change < 4; change++) {
            edit(random);
            Loading updated = new Loader(Home.at(folder), step -> {}).load(Optional.of(known));
            Loading whole = new Loader(Home.at(folder), step -> {}).load();
            assertThat(ReportFormat.TEXT.write(updated.report())).isEqualTo(ReportFormat.TEXT.write(whole.report()));
            assertThat(updated.getClass()).isEqualTo(whole.getClass());
            if (updated instanceof Loading.Ready next) {
                Release expected = ((Loading.Ready) whole).release();
                assertThat(next.release().hashes()).isEqualTo(expected.hashes());
                assertThat(quads(next.release())).isEqualTo(quads(expected));
                known = next;
            }
        }
    }

    /** Changes lines of a data file: a content, a number, a name, or a part of it that is not valid. */
    private void edit(Random random) {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            List<Path> data =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".ttl"))
                            .sorted()
                            .toList());
            Collections.shuffle(data, random);
            for (Path file : data.subList(0, 1 + random.nextInt(3))) {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                List<Integer> texts = new ArrayList<>();
                for (int line = 0; line < lines.size(); line++) {
                    if (lines.get(line).contains(QUOTE + "@en")) {
                        texts.add(line);
                    }
                }
                if (!texts.isEmpty()) {
                    int line = texts.get(random.nextInt(texts.size()));
                    String changed = random.nextInt(3) == 0 ? QUOTE + "@fr" : " " + random.nextInt(100) + QUOTE + "@en";
                    lines.set(line, lines.get(line).replace(QUOTE + "@en", changed));
                    Files.write(file, lines);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Quad> quads(Release release) {
        return release.dataset().stream().collect(Collectors.toSet());
    }

    @Test
    void readsWhatIsDeletedAndRestored() throws IOException {
        Loading.Ready first = ready();
        Path article = folder.resolve("data/articles/w.ttl");
        byte[] bytes = Files.readAllBytes(article);
        Files.delete(article);
        Loading without = new Loader(Home.at(folder), step -> {}).load(Optional.of(first));
        assertThat(ReportFormat.TEXT.write(without.report()))
                .isEqualTo(ReportFormat.TEXT.write(
                        new Loader(Home.at(folder), step -> {}).load().report()));
        Files.write(article, bytes);
        Loading restored = new Loader(Home.at(folder), step -> {}).load(Optional.of(first));
        assertThat(((Loading.Ready) restored).release().hash())
                .isEqualTo(first.release().hash());
    }

    @Test
    void findsAnArticleThatWasFiledByMonth() throws IOException {
        Loading.Ready first = ready();
        Path month = Files.createDirectories(folder.resolve("data/articles/2031/03"));
        Files.move(folder.resolve("data/articles/v.ttl"), month.resolve("v.ttl"));
        Loading.Ready filed = (Loading.Ready) new Loader(Home.at(folder), step -> {}).load(Optional.of(first));
        assertThat(filed.release().hash()).isEqualTo(first.release().hash());
        Loading.Ready whole = (Loading.Ready) new Loader(Home.at(folder), step -> {}).load();
        assertThat(whole.release().hash()).isEqualTo(first.release().hash());
        Files.copy(month.resolve("v.ttl"), folder.resolve("data/articles/v.ttl"));
        assertThatThrownBy(() -> new Loader(Home.at(folder), step -> {}).load(Optional.of(filed)))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("'articles-v' is in use");
    }

    @Test
    void refusesASecondFileOfAGraph() throws IOException {
        Loading.Ready first = ready();
        Files.createDirectories(folder.resolve("data/articles/v"));
        Files.copy(folder.resolve("data/articles/v.ttl"), folder.resolve("data/articles-v.ttl"));
        assertThatThrownBy(() -> new Loader(Home.at(folder), step -> {}).load(Optional.of(first)))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("'articles-v' is in use");
    }
}
