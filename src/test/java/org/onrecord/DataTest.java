// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loading;
import org.onrecord.source.Formatted;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.Namespace;

/** The project's own data, as it lies in the repository. */
class DataTest {
    @ParameterizedTest
    @MethodSource("data")
    void standsAsTheWriterPrintsIt(SourceFile file) {
        Formatted formatted = Formatted.of(file);
        assertThat(formatted.before()).as("run: onrecord format " + file.name()).isEqualTo(formatted.after());
    }

    @Test
    void loadsWithoutViolationAndWithoutWarning() {
        assertThat(Checkout.loading().report().findings()).isEmpty();
        assertThat(Checkout.loading()).isInstanceOf(Loading.Ready.class);
    }

    @Test
    void makesOneNamedGraphOfEachFileAndOfEachRule() {
        Stream<String> stated = Stream.concat(Checkout.HOME.ontology().stream(), Checkout.HOME.data().stream())
                .map(file -> SourceFile.slug(file.name()));
        Stream<String> derived = Checkout.HOME.rules().stream()
                .map(file -> "derived-" + file.name().replaceAll("^.*/|[.]rq$", ""));
        assertThat(Checkout.release().graphs())
                .isEqualTo(Stream.of(stated, derived, Stream.of("rules"))
                        .flatMap(names -> names)
                        .map(Namespace.GRAPHS::concat)
                        .collect(Collectors.toSet()))
                .contains(
                        "https://w3id.org/onrecord/graph/articles-a",
                        "https://w3id.org/onrecord/graph/reference-actors",
                        "https://w3id.org/onrecord/graph/shapes-statement",
                        "https://w3id.org/onrecord/graph/derived-about");
    }

    @Test
    void isAskedByTheQuestionsOfTheCatalogue() {
        assertThat(Catalogue.of(Checkout.HOME).questions())
                .extracting(question -> question.name())
                .contains(
                        "who-stated-what",
                        "statements-of-an-actor",
                        "statements-of-an-article",
                        "evidence-of-a-statement",
                        "reported-through-others");
    }

    static Stream<SourceFile> data() {
        return Checkout.HOME.data().stream();
    }
}
