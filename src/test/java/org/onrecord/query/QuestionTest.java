// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.SampleHome;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.BaseIri;

class QuestionTest {
    private static final Path CASES = Path.of("src/test/resources/query/broken");
    private static final Home HOME = Home.at(Path.of("src/test/resources/query/home"));

    @Test
    void parsesHeader() {
        Question question = Catalogue.of(HOME).find("who-says").orElseThrow();
        assertThat(question.about())
                .isEqualTo(new Question.About(
                        "Who says what",
                        "Statements about a subject.",
                        false,
                        "other",
                        new Question.Help(List.of("saying", "who speaks of"), "Newest first.", "", List.of())));
        assertThat(question.parameters())
                .extracting(Parameter::name, Parameter::typeName, Parameter::optional)
                .containsExactly(
                        tuple("about", "entity", false),
                        tuple("form", "code(form)", true),
                        tuple("from", "date", true),
                        tuple("size", "integer", true),
                        tuple("words", "text", true));
        assertThat(question.examples())
                .extracting(Question.Example::values)
                .containsExactly(
                        Map.of("about", List.of("topic/tea")),
                        Map.of("about", List.of("Green tea"), "form", List.of("indirect")));
        assertThat(question.examples().get(1)).hasToString("about=\"Green tea\" form=indirect");
    }

    /** Folder of cases: {@code NAME.rq} is invalid, and its message starts with the content of {@code NAME.txt}. */
    @TestFactory
    Stream<DynamicTest> reportsFileLineColumnAndProblem() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            Collection<Path> broken = files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .toList();
            return broken.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        String expected = Files.readString(
                                        Path.of(file.toString().replace(".rq", ".txt")))
                                .strip();
                        assertThatExceptionOfType(BrokenFileException.class)
                                .isThrownBy(() -> Question.read(new SourceFile("queries/x.rq", file), BaseIri.ONRECORD))
                                .satisfies(e -> assertThat(e.getMessage()).startsWith("queries/x.rq:" + expected));
                    }));
        }
    }

    @Test
    void pointsToQuestionsThatExist() {
        Catalogue catalogue = SampleHome.catalogue();
        assertThat(catalogue.questions().stream().flatMap(question -> question.about().help().see().stream()))
                .isNotEmpty()
                .allMatch(name -> catalogue.find(name).isPresent());
    }

    @Test
    void findsQuestionsByNameAndSuggestsSimilar() {
        Catalogue catalogue = Catalogue.of(HOME);
        assertThat(catalogue.questions())
                .extracting(Question::name)
                .containsExactly("all-about", "is-green", "who-says");
        assertThat(catalogue.find("who-sais")).isEmpty();
        assertThat(catalogue.nearest("who-sais")).containsExactly("who-says");
        assertThat(catalogue.nearest("GREEN")).containsExactly("is-green");
        assertThat(catalogue.nearest("something else entirely")).isEmpty();
    }
}
