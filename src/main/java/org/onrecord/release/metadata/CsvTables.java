// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsWriter;
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
            try (OutputStream out = Files.newOutputStream(file);
                    QueryExec execution = QueryExec.dataset(dataset)
                            .query(MetadataQueries.query(name + ".rq", dataset))
                            .build()) {
                RowSet rows = execution.select();
                ResultsWriter.create()
                        .lang(ResultSetLang.RS_CSV)
                        .write(out, RowSetStream.create(rows.getResultVars(), Iter.map(rows, CsvTables::joined)));
            }
            files.add(ReleaseFile.of(file, "text/csv"));
        }
        return files;
    }

    /** Sorts and joins the values of each cell. */
    private static Binding joined(Binding row) {
        BindingBuilder joined = BindingFactory.builder();
        row.forEach((column, value) -> {
            String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
            String values = Arrays.stream(text.split(SEPARATOR, -1))
                    .filter(part -> !part.isEmpty())
                    .sorted(CanonicalLines::compareCodePoints)
                    .collect(Collectors.joining("; "));
            if (!values.isEmpty()) {
                joined.add(column, NodeFactory.createLiteralString(values));
            }
        });
        return joined.build();
    }
}
