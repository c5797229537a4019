// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.source.Place;
import org.onrecord.validation.Finding;
import org.onrecord.validation.Report;
import org.onrecord.validation.Wording;

class SealTest {
    @TempDir
    private Path classes;

    @Test
    void sealsReleaseWithoutFindings() throws IOException {
        Files.createDirectory(classes.resolve("META-INF"));
        Seal.write(classes, release(), new Report(List.of(), List.of()));
        assertThat(classes.resolve("META-INF/onrecord-release"))
                .hasContent(release().hash());
    }

    @Test
    void doesNotMatchOtherRelease() {
        assertThat(Seal.holds(release().hashes())).isFalse();
    }

    @Test
    void isNotWrittenWithWarnings() throws IOException {
        Files.createDirectory(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("META-INF/onrecord-release"), "stale");
        Finding warning = new Finding(
                SHACL.Warning,
                Place.in("data/x.ttl"),
                new Finding.Fault(Node.ANY, Optional.empty(), Optional.empty()),
                new Wording("message", List.of(), List.of()),
                Node.ANY,
                Node.ANY);
        Seal.write(classes, release(), new Report(List.of(), List.of(warning)));
        assertThat(classes.resolve("META-INF/onrecord-release")).doesNotExist();
    }

    private static Release release() {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        Map<String, Graph> named = Map.of("http://example.org/g", graph);
        return new Release(Release.dataset(named), ReleaseHash.of(named));
    }
}
