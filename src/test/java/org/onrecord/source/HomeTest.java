// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SampleHome;
import org.onrecord.vocabulary.BaseIri;

class HomeTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void createsData() throws IOException {
        Files.createDirectories(folder.resolve("home/data"));
    }

    @Test
    void takesOntologyAndQuestionsFromTheProgram() {
        Home home = Home.at(folder.resolve("home"));

        assertThat(home.ontology()).extracting(SourceFile::name).contains("ontology/onrecord.ttl");
        assertThat(home.rules()).extracting(SourceFile::name).contains("ontology/rules/about.rq");
        assertThat(home.queries()).extracting(SourceFile::name).contains("queries/who-stated-what.rq");
        assertThat(home.hasOwnQueries()).isFalse();
    }

    @Test
    void prefersItsOwnQuestions() throws IOException {
        Files.createDirectories(folder.resolve("home/queries"));
        Files.createFile(folder.resolve("home/queries/own.rq"));
        Home home = Home.at(folder.resolve("home"));

        assertThat(home.queries()).extracting(SourceFile::name).containsExactly("queries/own.rq");
        assertThat(home.hasOwnQueries()).isTrue();
    }

    @Test
    void followsLinksToFolders() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.createFile(folder.resolve("elsewhere/linked.ttl"));
        Files.createSymbolicLink(folder.resolve("home/data/articles"), folder.resolve("elsewhere"));

        assertThat(Home.at(folder.resolve("home")).data())
                .extracting(SourceFile::name)
                .containsExactly("data/articles/linked.ttl");
    }

    @Test
    void refusesALinkToAFolderAboveIt() throws IOException {
        Files.createSymbolicLink(folder.resolve("home/data/loop"), folder.resolve("home"));

        assertThatThrownBy(() -> Home.at(folder.resolve("home")).data()).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void saysItsBase() {
        assertThat(SampleHome.HOME.base()).isEqualTo(new BaseIri(SampleHome.BASE));
        assertThat(Home.at(folder.resolve("home")).base()).isEqualTo(BaseIri.ONRECORD);
    }

    @Test
    void refusesAFolderWithoutData() {
        assertThatThrownBy(() -> Home.at(folder))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("check --home DIR");
    }

    @Test
    void warnsOfFilesThatItDoesNotRead() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("queries"));
        for (String name :
                List.of("data/a.TTL", "data/b.jsonld", "data/c.nq.gz", "data/README.md", "queries/d.sparql")) {
            Files.createFile(home.resolve(name));
        }
        Files.createFile(folder.resolve("elsewhere.ttl"));
        Files.createSymbolicLink(home.resolve("data/read.ttl"), folder.resolve("elsewhere.ttl"));
        Files.createSymbolicLink(home.resolve("data/gone.ttl"), folder.resolve("gone.ttl"));

        assertThat(Home.at(home).data()).extracting(SourceFile::name).containsExactly("data/read.ttl");
        assertThat(Home.at(home).warnings())
                .extracting(warning -> warning.split("'")[1])
                .containsExactly(
                        "data/a.TTL",
                        "data/b.jsonld",
                        "data/c.nq.gz",
                        "data/gone.ttl",
                        "queries/d.sparql",
                        "data/dataset.ttl");
    }
}
