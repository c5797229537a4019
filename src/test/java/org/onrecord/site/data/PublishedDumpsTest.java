// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.onrecord.Eventually;
import org.onrecord.http.RunningSite;
import org.onrecord.release.Release;

class PublishedDumpsTest {
    private final Release release = RunningSite.get().loaded().release();
    private final PublishedDumps published = new PublishedDumps(release);

    @Test
    void removesFilesOfAReleaseThatIsGarbage() {
        Path folder = new PublishedDumps(release).files().folder();
        assertThat(folder).exists();
        Eventually.holds("they are removed", () -> {
            System.gc();
            return !Files.exists(folder);
        });
    }

    @Test
    void writesFilesAgainThatWereRemovedOrCut() throws IOException {
        PublishedDumps.Written first = published.files();
        assertThat(published.files()).isSameAs(first);
        Files.delete(first.folder().resolve("onrecord.nq"));
        PublishedDumps.Written second = published.files();
        assertThat(second.folder().resolve("onrecord.nq")).exists();
        Files.writeString(second.folder().resolve("onrecord.ttl"), "");
        PublishedDumps.Written third = published.files();
        assertThat(third.folder().resolve("onrecord.ttl")).isNotEmptyFile();
        FileUtils.deleteDirectory(third.folder().toFile());
        assertThat(published.files().manifest().text())
                .isEqualTo(first.manifest().text());
    }
}
