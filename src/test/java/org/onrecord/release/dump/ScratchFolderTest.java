// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    private static final String PREFIX = "scratch-";

    @TempDir
    private Path parent = Path.of("");

    @Test
    void isDeletedOnClose() throws IOException {
        try (ScratchFolder folder = ScratchFolder.in(parent, PREFIX)) {
            Files.writeString(folder.path().resolve("file"), "text");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void deletesFolderOfKilledProcess() throws IOException {
        Path left = left("0123456789abcdef");
        try (ScratchFolder folder = ScratchFolder.in(parent, PREFIX)) {
            assertThat(folder.path()).exists();
            assertThat(left).doesNotExist();
            assertThat(names()).hasSize(2);
        }
    }

    @Test
    void keepsFoldersInUseAndOtherFiles() throws IOException {
        Path used = left("0123456789abcdef");
        Path strange = Files.createDirectory(parent.resolve(PREFIX + "of-a-user"));
        Files.createFile(parent.resolve(PREFIX + "of-a-user.lock"));
        try (FileChannel channel = FileChannel.open(lock(used), StandardOpenOption.WRITE);
                FileLock held = channel.lock();
                ScratchFolder first = ScratchFolder.in(parent, PREFIX);
                ScratchFolder second = ScratchFolder.in(parent, PREFIX)) {
            assertThat(held.isValid()).isTrue();
            assertThat(List.of(used, strange, first.path(), second.path()))
                    .allSatisfy(path -> assertThat(path).isDirectory());
        }
    }

    private Path left(String name) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(PREFIX + name));
        Files.writeString(folder.resolve("file"), "text");
        Files.createFile(lock(folder));
        return folder;
    }

    private static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    private List<Path> names() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.toList();
        }
    }
}
