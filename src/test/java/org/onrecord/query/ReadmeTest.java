// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.engine.binding.Binding;
import org.junit.jupiter.api.Test;
import org.onrecord.Checkout;
import org.onrecord.release.Release;
import org.onrecord.release.SparqlReader;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/**
 * What README.md shows of the project's own data. After a change of the data, {@code mvn test -Dtest=ReadmeTest
 * -Danswers=renew} writes rows and sizes anew; a statement or a query that is shown is corrected by hand.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String RENEW =
            "README.md shows what the data says no more; run: mvn test -Dtest=ReadmeTest -Danswers=renew";
    private static final int LONGEST_CELL = 48;

    private static final Pattern COMMAND = Pattern.compile("(?m)^target/onrecord ask (\\S+) (\\w+)=(\\S+)$");
    private static final Pattern ROWS = Pattern.compile("(?m)(?<=columns and rows:\\n\\n)(?: {4}.*\\n)+");
    private static final Pattern SIZE = Pattern.compile("(?<=Size: ).*(?=\\.)");

    private final Release release = Checkout.release();

    @Test
    void showsTheFirstRowsOfTheAnswer() throws IOException {
        String shown = only(ROWS, Files.readString(README)).group();
        assertThat(renewed(ROWS, shown, answer(shown))).as(RENEW).isEqualTo(answer(shown));
    }

    @Test
    void tellsTheSizeOfTheData() throws IOException {
        String shown = only(SIZE, Files.readString(README)).group();
        String found = String.format(
                Locale.ROOT,
                "%d articles, %d statements, %d claims, %,d triples in %d graphs",
                release.count(Rec.ARTICLE),
                release.count(Rec.STATEMENT),
                release.count(Rec.CLAIM),
                release.everything().size(),
                release.graphs().size());
        assertThat(renewed(SIZE, shown, found)).as(RENEW).isEqualTo(found);
    }

    @Test
    void showsAStatementOfTheData() throws IOException {
        String prefixes = Namespace.PREFIXES.entrySet().stream()
                .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n")
                .collect(Collectors.joining("", "BASE <" + release.base().iri() + ">\n", ""));
        Graph shown = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(prefixes + block("turtle"), Lang.TURTLE).parse(shown);
        assertThat(shown.stream().toList())
                .isNotEmpty()
                .allSatisfy(triple -> assertThat(release.everything().contains(triple))
                        .as("README.md shows %s, which the data does not say: correct it there", triple)
                        .isTrue());
    }

    @Test
    void showsAQueryThatHasRows() throws IOException {
        Answer.Rows answer =
                (Answer.Rows) Answer.of(SparqlReader.parse("README.md", block("sparql")), release.dataset());
        assertThat(answer.rows())
                .as("rows of the query in README.md: else ask about something else there")
                .isNotEmpty();
    }

    /** The text shown; with {@code -Danswers=renew} the one found, which then stands there. */
    private static String renewed(Pattern place, String shown, String found) throws IOException {
        if (!"renew".equals(System.getProperty("answers"))) {
            return shown;
        }
        String text = place.matcher(Files.readString(README)).replaceFirst(Matcher.quoteReplacement(found));
        Files.writeString(README, text);
        return found;
    }

    /** The answer to the first question that the README asks: the columns shown, as many rows, those without a gap. */
    private String answer(String shown) throws IOException {
        MatchResult command =
                COMMAND.matcher(Files.readString(README)).results().findFirst().orElseThrow();
        Question question = Catalogue.of(Checkout.HOME).find(command.group(1)).orElseThrow();
        Question.Example example = new Question.Example(Map.of(command.group(2), List.of(command.group(3))));
        Answer.Rows answer = (Answer.Rows)
                Answer.of(Cases.bound(new Binder(Names.of(release)), question, example), release.dataset());
        List<String> lines = shown.lines().toList();
        List<String> columns = List.of(lines.get(0).strip().split(" {2,}"));
        List<List<String>> table = new ArrayList<>(List.of(columns));
        answer.rows().stream()
                .filter(row -> columns.stream().allMatch(row::contains))
                .limit(lines.size() - 1)
                .forEach(row -> table.add(
                        columns.stream().map(column -> cell(row, column)).toList()));
        return aligned(table);
    }

    private String cell(Binding row, String column) {
        String text = new TextTable(release.base()).cell(row.get(column));
        return text.length() <= LONGEST_CELL
                ? text
                : text.substring(0, text.lastIndexOf(' ', LONGEST_CELL - " ...".length())) + " ...";
    }

    private static String aligned(List<List<String>> table) {
        List<Integer> widths = IntStream.range(0, table.get(0).size())
                .map(column -> table.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return table.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> String.format("%-" + widths.get(column) + "s", row.get(column)))
                        .collect(Collectors.joining("  ", "    ", ""))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String block(String language) throws IOException {
        Pattern block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$");
        return only(block, Files.readString(README)).group(1);
    }

    private static MatchResult only(Pattern pattern, String text) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        assertThat(found).as(pattern.toString()).hasSize(1);
        return found.get(0);
    }
}
