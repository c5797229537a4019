// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * Formats rows as a text table. Cells are not truncated or wrapped.
 *
 * @param base the base of IRIs shown as {@code kind/slug}
 */
record TextTable(BaseIri base) {
    private static final String GAP = "  ";
    private static final Pattern SPACE = Pattern.compile("[\n\t\r]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** The table with column names and row count. */
    String text(Answer.Rows answer) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(answer.variables().stream().map(Var::getVarName).toList());
        answer.rows().forEach(row -> lines.add(line(answer.variables(), row)));
        List<Integer> widths = widths(lines);
        lines.add(1, widths.stream().map("-"::repeat).toList());
        String table = lines.stream().map(line -> align(line, widths)).collect(Collectors.joining("\n"));
        int count = answer.rows().size();
        return table + "\n" + count + (count == 1 ? " row\n" : " rows\n");
    }

    private List<String> line(List<Var> variables, Binding row) {
        return variables.stream()
                .map(variable -> row.contains(variable) ? cell(row.get(variable)) : "")
                .toList();
    }

    private static List<Integer> widths(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < lines.get(0).size(); column++) {
            int at = column;
            widths.add(
                    lines.stream().mapToInt(line -> width(line.get(at))).max().orElse(0));
        }
        return widths;
    }

    private static String align(List<String> line, List<Integer> widths) {
        StringBuilder out = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            out.append(line.get(column))
                    .append(" ".repeat(widths.get(column) - width(line.get(column))))
                    .append(GAP);
        }
        return out.toString().stripTrailing();
    }

    /** A term for display: IRIs abbreviated, literals without quotes, control characters replaced. */
    String cell(Node node) {
        String text = node.isURI()
                ? shorten(node.getURI())
                : node.isLiteral() ? node.getLiteralLexicalForm() : "_:" + node.getBlankNodeLabel();
        return CONTROL.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("\uFFFD");
    }

    /** {@code kind/slug} for a thing, {@code scheme/slug} for a code, else a prefixed name. */
    private String shorten(String iri) {
        for (String namespace : List.of(base.things(), Namespace.CODES)) {
            if (iri.startsWith(namespace)) {
                return iri.substring(namespace.length());
            }
        }
        return Namespace.PREFIXES.entrySet().stream()
                .filter(entry -> iri.startsWith(entry.getValue()))
                .findFirst()
                .map(entry ->
                        entry.getKey() + ":" + iri.substring(entry.getValue().length()))
                .orElse(iri);
    }

    /** The width in terminal cells: 0 for combining marks, 2 for East Asian wide characters. */
    private static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0x1F300 && c <= 0x1FAFF;
        return wide ? 2 : 1;
    }
}
