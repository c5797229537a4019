// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * Rows as lines that are equal where SPARQL calls their terms equal: a number is its value, a language tag has no case, and
 * a text without a language is an {@code xsd:string}.
 *
 * @param lines one a row, in the order of the answer
 */
public record TableOfRows(List<String> lines) {
    public TableOfRows {
        lines = List.copyOf(lines);
    }

    /** The expected rows of a file in SPARQL 1.1 Query Results TSV. */
    static TableOfRows expected(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(read(in, ResultSetLang.RS_TSV));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of an answer in SPARQL 1.1 Query Results JSON. */
    public static TableOfRows answered(byte[] json) {
        return of(read(new ByteArrayInputStream(json), ResultSetLang.RS_JSON));
    }

    private static RowSet read(InputStream in, Lang language) {
        return RowSetReaderRegistry.getFactory(language).create(language).read(in, Context.create());
    }

    private static TableOfRows of(RowSet rows) {
        List<Var> variables = rows.getResultVars();
        List<String> lines = new ArrayList<>();
        while (rows.hasNext()) {
            Binding row = rows.next();
            StringBuilder line = new StringBuilder();
            variables.forEach(variable -> line.append('?')
                    .append(variable.getName())
                    .append('=')
                    .append(word(row, variable))
                    .append('\t'));
            lines.add(line.toString());
        }
        return new TableOfRows(lines);
    }

    private static String word(Binding row, Var variable) {
        return row.contains(variable) ? word(row.get(variable)) : "-";
    }

    private static String word(Node term) {
        if (!term.isLiteral()) {
            return term.toString();
        }
        if (term.getLiteralDatatypeURI().endsWith("#string")
                || !term.getLiteralLanguage().isEmpty()) {
            return '"' + sorted(term.getLiteralLexicalForm()) + "\"@"
                    + term.getLiteralLanguage().toLowerCase(Locale.ROOT);
        }
        if (term.getLiteralValue() instanceof Number) {
            return new BigDecimal(term.getLiteralLexicalForm())
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return '"' + term.getLiteralLexicalForm() + "\"^^" + term.getLiteralDatatypeURI();
    }

    /** The parts of a text with semicolons in order: SPARQL does not say in which GROUP_CONCAT joins them. */
    private static String sorted(String text) {
        return Arrays.stream(text.split("; ", -1)).sorted().collect(Collectors.joining("; "));
    }

    /** The rows without their order. */
    private List<String> sorted() {
        List<String> sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        return sorted;
    }

    /** What an answer is, measured at these rows, which are the expected ones. */
    Verdict judge(TableOfRows answer) {
        if (sorted().equals(answer.sorted())) {
            return new Verdict.Equal(lines.equals(answer.lines));
        }
        return new Verdict.Different("%d rows for %d; missing %s; unexpected %s"
                .formatted(answer.lines.size(), lines.size(), first(lines, answer.lines), first(answer.lines, lines)));
    }

    private static String first(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.isEmpty() ? "none" : left.get(0);
    }
}
