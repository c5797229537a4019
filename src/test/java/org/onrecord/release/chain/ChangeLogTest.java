// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.EditedSample;
import org.onrecord.release.Release;
import org.onrecord.release.chain.ChainRecord.Position;

class ChangeLogTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private EditedSample sample;

    @BeforeEach
    void load() throws IOException {
        sample = new EditedSample(folder.resolve("home"));
        Files.createDirectories(folder.resolve("log"));
    }

    private ChangeLog open() {
        return ChangeLog.in(folder.resolve("log"), warnings::add);
    }

    /** Adds edits of the sample, and returns the releases, the first one included. */
    private List<Release> edit(ChangeLog log, String... texts) {
        List<Release> releases = new ArrayList<>(List.of(sample.ready().release()));
        for (String text : texts) {
            Release before = sample.ready().release();
            Release after = sample.edit("v", text).release();
            log.add(before.stated(), after);
            releases.add(after);
        }
        return releases;
    }

    private static List<String> hashes(List<Position> positions) {
        return positions.stream().map(Position::release).toList();
    }

    private static List<String> hashesOf(List<Release> releases) {
        return releases.stream().map(Release::hash).toList();
    }

    @Test
    void continuesAfterARestart() {
        List<Release> releases = edit(open(), "a ", "b ");
        ChangeLog again = open();
        assertThat(warnings).isEmpty();
        assertThat(hashes(again.positions())).isEqualTo(hashesOf(releases));
        assertThat(again.positions()).extracting(Position::number).containsExactly(0L, 1L, 2L);
        assertThat(again.positions().stream().map(Position::chain).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(again.since(releases.get(0).hash(), Long.MAX_VALUE).orElseThrow())
                .extracting(ChainRecord::previous)
                .containsExactly(releases.get(0).hash(), releases.get(1).hash());
        assertThat(again.since(releases.get(2).hash(), Long.MAX_VALUE).orElseThrow())
                .isEmpty();
    }

    @Test
    void bringsAStoredReleaseForward() {
        Release stored = sample.ready().release();
        ChangeLog log = open();
        edit(log, "a ", "b ");
        assertThat(Steps.replay(stored, open()).stated().hashes())
                .isEqualTo(sample.ready().release().hashes());
    }

    @Test
    void answersAfterTheLastTimeThatAReleaseWasCurrent() throws IOException {
        ChangeLog log = open();
        Path file = sample.folder().resolve("data/articles/v.ttl");
        String first = Files.readString(file);
        Release start = sample.ready().release();
        Release changed = edit(log, "a ").get(1);
        Files.writeString(file, first);
        log.add(changed.stated(), sample.reload().release());
        assertThat(log.position().orElseThrow().release()).isEqualTo(start.hash());
        assertThat(log.since(start.hash(), Long.MAX_VALUE).orElseThrow()).isEmpty();
        edit(log, "b ");
        assertThat(log.since(start.hash(), Long.MAX_VALUE).orElseThrow())
                .singleElement()
                .extracting(record -> record.position().number())
                .isEqualTo(3L);
    }

    @Test
    void answersWithAsMuchAsFits() {
        ChangeLog log = open();
        List<Release> releases = edit(log, "a ", "b ", "c ");
        assertThat(log.since(releases.get(0).hash(), 1).orElseThrow()).hasSize(1);
        assertThat(log.after(releases.get(1).hash())).isEqualTo(2);
        assertThat(log.since("0".repeat(64), 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 300})
    void leavesOutARecordThatWasCutOff(int bytes) throws IOException {
        List<Release> releases = edit(open(), "a ", "b ");
        Path file = folder.resolve("log/changes");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - bytes));
        ChangeLog log = open();
        assertThat(hashes(log.positions())).isEqualTo(hashesOf(releases.subList(0, 2)));
        log.add(releases.get(1).stated(), releases.get(2));
        assertThat(hashes(open().positions())).isEqualTo(hashesOf(releases));
        assertThat(warnings).isEmpty();
    }

    @Test
    void beginsAnewWhenItsFileIsDamaged() throws IOException {
        List<Release> releases = edit(open(), "a ");
        String chain = open().position().orElseThrow().chain();
        Path file = folder.resolve("log/changes");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        ChangeLog log = open();
        assertThat(warnings).singleElement().asString().contains("log/changes", "damaged", "a new log begins");
        assertThat(log.position()).isEmpty();
        log.add(releases.get(1).stated(), releases.get(1));
        assertThat(log.position().orElseThrow().chain()).isNotEqualTo(chain);
    }

    @Test
    void givesOtherNumbersAfterWhatCouldNotBeWritten() throws IOException {
        ChangeLog log = open();
        edit(log, "a ");
        String chain = log.position().orElseThrow().chain();
        Path file = folder.resolve("log/changes");
        Files.delete(file);
        Files.createDirectories(file.resolve("occupied"));
        edit(log, "b ", "c ");
        assertThat(warnings).singleElement().asString().contains("cannot be written");
        assertThat(log.position().orElseThrow().chain()).isNotEqualTo(chain);
        assertThat(log.positions()).hasSize(4);
        Files.delete(file.resolve("occupied"));
        Files.delete(file);
        edit(log, "d ");
        assertThat(hashes(open().positions()))
                .isEqualTo(hashes(log.positions()))
                .hasSize(5);
    }

    @Test
    void keepsAThousandRecordsAndCanWriteThem() throws IOException {
        ChangeLog log = open();
        Path file = folder.resolve("log/changes");
        log.restart(List.of(new Position("chain", 0, hash(0))));
        for (int number = 1; number <= 1005; number++) {
            if (number == 1002) {
                Files.delete(file);
                Files.createDirectories(file.resolve("occupied"));
            }
            if (number == 1004) {
                Files.delete(file.resolve("occupied"));
                Files.delete(file);
            }
            log.add(new ChainRecord(
                    new Position("chain", number, hash(number)),
                    hash(number - 1),
                    "none",
                    "https://velmora.example/dataset",
                    Instant.EPOCH,
                    "TX .\nTC .\n"));
        }
        assertThat(log.records()).hasSize(1000);
        assertThat(log.since(hash(0), 1)).isEmpty();
        ChangeLog again = open();
        assertThat(again.positions()).isEqualTo(log.positions()).hasSize(1000);
        assertThat(again.records()).isEqualTo(log.records());
    }

    private static String hash(int number) {
        return "%064x".formatted(number);
    }

    @Test
    void startsAnewWithAnotherRelease() {
        ChangeLog log = open();
        edit(log, "a ");
        Release unlogged = sample.edit("v", "b ").release();
        Release next = sample.edit("v", "c ").release();
        log.add(unlogged.stated(), next);
        assertThat(hashes(log.positions())).containsExactly(unlogged.hash(), next.hash());
    }

    @Test
    void wakesWhoWaits() throws InterruptedException {
        ChangeLog log = ChangeLog.inMemory();
        Release first = edit(log, "a ").get(1);
        assertThat(log.awaitAfter(first.hash(), Duration.ofMillis(1))).isFalse();
        Thread writer = new Thread(() -> edit(log, "b "));
        writer.start();
        assertThat(log.awaitAfter(first.hash(), Duration.ofSeconds(30))).isTrue();
        writer.join();
    }

    @Test
    void readsWhatItWrites() throws IOException {
        ChangeLog log = open();
        List<Release> releases = edit(log, "Straße \\\"x\\\" ", "b ");
        List<ChainRecord> records =
                log.since(releases.get(0).hash(), Long.MAX_VALUE).orElseThrow();
        String text = records.stream().map(ChainRecord::text).collect(Collectors.joining());
        assertThat(ChainRecord.parseAll(text)).isEqualTo(records);
        assertThat(ChainRecord.parseAll("")).isEmpty();
        assertThatThrownBy(() -> ChainRecord.parseAll(text.substring(0, text.length() - 2)))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> ChainRecord.parseAll(text.replace("version \"1\"", "version \"2\"")))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining("version '2'");
        assertThatThrownBy(() -> ChainRecord.parseAll(text.replace("H number \"1\"", "H number \"one\"")))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> ChainRecord.parseAll(text.replace("H id <", "H id <x"))
                        .get(0)
                        .edits())
                .isInstanceOf(RecordException.class);
        ChainRecord broken = ChainRecord.parse(records.get(0).text().replace("TX .\n", "TX .\nA nonsense .\n"));
        assertThatThrownBy(() -> new Steps(releases.get(0)).apply(broken))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining("malformed");
        ChainRecord other = ChainRecord.parse(records.get(0).text().replace("Straße", "Strasse"));
        Steps steps = new Steps(releases.get(0));
        assertThatThrownBy(() -> steps.apply(other)).hasMessageContaining("not to its release");
        steps.apply(records.get(0));
        assertThat(steps.stated().hashes()).isEqualTo(releases.get(1).hashes());
    }
}
