// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.form.ReleaseFile;

/** Tables of statements, actors and mentions: CSV (RFC 4180), UTF-8, names in English. */
public final class CsvTables {
    private static final List<String> NAMES = List.of("statements", "actors", "mentions");

    /** Separates several values of a cell in query results. */
    private static final String SEPARATOR = "\u001F";

    private CsvTables() {}

    /** Writes the tables. */
    public static List<ReleaseFile> write(DatasetGraph dataset, Path folder) throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name + ".csv");
            try (BufferedWriter out = Files.newBufferedWriter(file);
                    QueryExec execution = QueryExec.dataset(dataset)
                            .query(MetadataQueries.query(CsvTables.class, name + ".rq"))
                            .build()) {
                write(execution.select(), out);
            }
            files.add(ReleaseFile.of(file, "text/csv"));
        }
        return files;
    }

    private static void write(RowSet rows, Appendable out) throws IOException {
        List<Var> columns = rows.getResultVars();
        out.append(columns.stream().map(Var::getVarName).collect(Collectors.joining(",")))
                .append("\r\n");
        while (rows.hasNext()) {
            Binding row = rows.next();
            out.append(columns.stream().map(column -> cell(row, column)).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
    }

    private static String cell(Binding row, Var column) {
        if (!row.contains(column)) {
            return "";
        }
        Node value = row.get(column);
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
        return quoted(Arrays.stream(text.split(SEPARATOR, -1))
                .filter(part -> !part.isEmpty())
                .sorted(CanonicalLines::compareCodePoints)
                .collect(Collectors.joining("; ")));
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
