// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.evidence.ArticleCoverage;
import org.onrecord.evidence.Coverage;
import org.onrecord.evidence.CoverageText;
import org.onrecord.evidence.Verification;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;
import org.onrecord.release.Loading;
import org.onrecord.source.Formatted;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.Namespace;

/**
 * The project's own data, as it lies in the repository: what holds for any data. All other tests are over the sample, so
 * that adding or correcting an article touches none of them.
 */
class DataTest {
    /** The articles are other people's texts and not in the repository. */
    private static final Path TEXTS = Path.of("..", "shared", "articles");

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
                        .collect(Collectors.toSet()));
    }

    @Test
    void everySpanAndQuotationIsInTheTexts() {
        assumeTrue(Files.isDirectory(TEXTS), "skipped: no article texts in " + TEXTS);
        Verification.Result proof = new Verification(graph()).against(TEXTS);
        assertThat(proof.outcomes()).isNotEmpty();
        assertThat(proof.holds()).as("run: onrecord verify --articles " + TEXTS).isTrue();
    }

    @Test
    void everySentenceOfTheTextsIsCovered() {
        assumeTrue(Files.isDirectory(TEXTS), "skipped: no article texts in " + TEXTS);
        List<ArticleCoverage> coverage = new Coverage(graph().graph()).in(TEXTS);
        assertThat(coverage)
                .as(CoverageText.of(coverage))
                .isNotEmpty()
                .allMatch(ArticleCoverage.Measured.class::isInstance)
                .allMatch(ArticleCoverage::isComplete);
    }

    @Test
    void namesTheVersionOfTheCodingGuide() throws IOException {
        String guide = Files.readString(Path.of("src/site/markdown/coding-guide.md"));
        List<String> version = found("(?m)^Version (\\d+)\\.", guide);
        assertThat(version).hasSize(1);
        try (Stream<Path> articles = Files.list(Path.of("data/articles"))) {
            for (Path article : articles.toList()) {
                List<String> used = found("rec:guideVersion \"(.*?)\"", Files.readString(article));
                assertThat(used).as(article.toString()).hasSize(1);
                assertThat(Integer.parseInt(used.get(0)))
                        .as(article.toString())
                        .isBetween(1, Integer.parseInt(version.get(0)));
            }
        }
    }

    /** The examples are in {@code queries/}, which belongs to this home. A question without parameters has none. */
    @TestFactory
    Stream<DynamicTest> givesRowsForEveryExampleOfItsQuestions() {
        Binder binder = new Binder(Names.of(Checkout.release()));
        return Catalogue.of(Checkout.HOME).questions().stream()
                .filter(question -> !question.about().service())
                .flatMap(question -> question.examples().stream()
                        .filter(example -> !example.values().isEmpty())
                        .map(example -> DynamicTest.dynamicTest(question.name() + " " + example, () -> {
                            BindResult result = binder.bind(question, example.values());
                            assertThat(result).isInstanceOf(BindResult.Bound.class);
                            assertThat(hasRows(((BindResult.Bound) result).query()))
                                    .as("rows: else give queries/" + question.name() + ".rq another example")
                                    .isTrue();
                        })));
    }

    /** The article remarks that somebody gave no details, which is no act of hers. */
    @Test
    void findsARemarkThatDetailsWereWithheldAmongRefusals() {
        Query query = Catalogue.of(Checkout.HOME)
                .find("refusals-to-comment")
                .orElseThrow()
                .query();
        try (QueryExec execution =
                QueryExec.dataset(Checkout.release().dataset()).query(query).build()) {
            assertThat(execution.select().materialize().stream())
                    .extracting(row -> row.get("statement").getURI().replaceFirst(".*/", ""))
                    .contains("a-46");
        }
    }

    private static boolean hasRows(Query query) {
        try (QueryExec execution =
                QueryExec.dataset(Checkout.release().dataset()).query(query).build()) {
            return execution.select().hasNext();
        }
    }

    private static MergedGraph graph() {
        return MergedGraph.of(Checkout.ready().home().data());
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The files of the project's data and of the sample. */
    static Stream<SourceFile> data() {
        return Stream.concat(Checkout.HOME.data().stream(), SampleHome.HOME.data().stream());
    }
}
