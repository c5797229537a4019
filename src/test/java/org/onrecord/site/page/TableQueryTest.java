// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;
import org.onrecord.query.Question;
import org.onrecord.release.Release;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.Tables;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.source.Home;

/** The query that the table shows: it finds what the table does. */
class TableQueryTest {
    private static final Release SNAPSHOT = Preview.release();
    private static final GraphReader READING = new GraphReader(SNAPSHOT.everything());
    private static final Tables TABLES = new Tables(READING, new StatementIndex(READING));
    private static final Question QUESTION =
            Catalogue.of(Home.at(Path.of("."))).find("statements").orElseThrow();
    private static final Binder BINDER = new Binder(Names.of(SNAPSHOT));

    static List<Map<String, List<String>>> filters() {
        return List.of(
                Map.of(),
                Map.of("speaker", List.of("person/vladimir-putin")),
                Map.of("about", List.of("region/karabakh"), "known", List.of("reported")),
                Map.of("through", List.of("person/vladimir-putin"), "form", List.of("indirect")),
                Map.of("topic", List.of("topic/agreements"), "article", List.of("article/b")),
                Map.of("known", List.of("direct"), "depth", List.of("1"), "act", List.of("evaluate")),
                Map.of("from", List.of("2023-07-01"), "to", List.of("2023-10-04")));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void findsTheRowsOfTheTableInTheirOrder(Map<String, List<String>> values) {
        Filter filter = new Filter(values);
        BindResult.Bound bound = (BindResult.Bound) BINDER.bind(QUESTION, filter.narrowing());
        Answer.Rows rows = (Answer.Rows) Answer.of(bound.query(), SNAPSHOT.dataset());
        assertThat(rows.rows().stream()
                        .map(row -> row.get("statement").getURI())
                        .toList())
                .isNotEmpty()
                .isEqualTo(TABLES.rows(filter).stream()
                        .map(line -> line.self().iri())
                        .toList());
    }
}
