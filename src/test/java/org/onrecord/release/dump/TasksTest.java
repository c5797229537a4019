// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.source.Progress;

class TasksTest {
    private static final Progress SILENT = line -> {};

    private static List<Callable<Integer>> numbers(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(number -> (Callable<Integer>) () -> number)
                .toList());
    }

    @Test
    void returnsResultsInOrderOfTasks() throws IOException {
        assertThat(new Tasks(SILENT, "files").run(numbers(100)))
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void reportsEachCompleteTaskInOrder() throws IOException {
        List<String> parts = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void step(String line) {}

            @Override
            public void part(String what, long done, long all) {
                parts.add(done + " of " + all + " " + what);
            }
        };
        new Tasks(progress, "files").run(numbers(3));
        assertThat(parts).containsExactly("1 of 3 files", "2 of 3 files", "3 of 3 files");
    }

    @Test
    void throwsFailureAfterAllTasksHaveEnded() {
        AtomicInteger ended = new AtomicInteger();
        List<Callable<Integer>> tasks = new ArrayList<>();
        tasks.add(() -> {
            throw new IOException("No space left on device");
        });
        IntStream.range(0, 50).forEach(number -> tasks.add(ended::incrementAndGet));
        assertThatThrownBy(() -> new Tasks(SILENT, "files").run(tasks))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(ended).hasValue(50);
    }

    @Test
    void throwsUncheckedExceptionsAsTheyAre() {
        List<Callable<Integer>> tasks = numbers(3);
        tasks.add(() -> {
            throw new UncheckedIOException("unreadable", new IOException());
        });
        assertThatThrownBy(() -> new Tasks(SILENT, "files").run(tasks))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("unreadable");
    }
}
