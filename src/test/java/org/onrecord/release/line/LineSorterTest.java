// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSorterTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(longs = {1, 300, 5_000, 1_000_000})
    void sortsDistinctLinesByCodePoint(long memory) throws IOException {
        List<String> lines = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            lines.add("<" + Integer.toString(random.nextInt(300), 36) + "> \uFFFD");
            lines.add("\uD83D\uDE00 " + random.nextInt(50));
        }
        TreeSet<String> expected = new TreeSet<>((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)));
        expected.addAll(lines);
        LineSorter sorter = new LineSorter(dir, memory);
        lines.forEach(sorter::add);
        Path file = dir.resolve("sorted");
        sorter.writeTo(file);
        assertThat(Files.readAllLines(file)).isEqualTo(List.copyOf(expected));
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void writesEmptyFile() throws IOException {
        Path file = dir.resolve("sorted");
        new LineSorter(dir, 1).writeTo(file);
        assertThat(file).isEmptyFile();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
