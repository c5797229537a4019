// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.junit.jupiter.api.Test;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Limits;

class JsonRowsTest {
    private static final String TERMS = """
            SELECT ?term ?other ("a" AS ?text) WHERE {
              VALUES ?term { <urn:a> "t" "t"@en-GB "\\u0000\\u001F\\"\\\\ /\\n\\u2028\\U0001F600" 1 01 1.5 1e0 true
                "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> "x"^^<urn:type> "" UNDEF }
              OPTIONAL { BIND (BNODE("one") AS ?other) }
            }
            """;

    @Test
    void writesTheTermsThatJenaWrites() {
        ARQ.init();
        ByteArrayOutputStream ours = new ByteArrayOutputStream();
        ByteArrayOutputStream jenas = new ByteArrayOutputStream();
        try (QueryExec execution = query()) {
            JsonRows.write(ours, execution.select(), Budget.standalone(Limits.DEFAULTS));
        }
        try (QueryExec execution = query()) {
            ResultsWriter.create().lang(ResultSetLang.RS_JSON).build().write(jenas, execution.select());
        }
        RowSetRewindable found = read(ours);
        assertThat(found.getResultVars()).hasToString("[?term, ?other, ?text]");
        assertThat(ResultsCompare.equalsByTerm(read(jenas), found)).isTrue();
    }

    private static QueryExec query() {
        return QueryExec.dataset(DatasetGraphFactory.create()).query(TERMS).build();
    }

    private static RowSetRewindable read(ByteArrayOutputStream json) {
        return RowSet.adapt(ResultsReader.create()
                        .lang(ResultSetLang.RS_JSON)
                        .build()
                        .read(new ByteArrayInputStream(json.toByteArray())))
                .rewindable();
    }
}
