// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.SampleHome;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Names;
import org.onrecord.query.Question;
import org.onrecord.release.Release;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.Tables;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementIndex;

/** The query that the table shows: it finds what the table does. */
class TableQueryTest {
    private static final Release SNAPSHOT = SampleHome.release();
    private static final GraphReader READING = new GraphReader(SNAPSHOT.everything());
    private static final Tables TABLES = new Tables(READING, new StatementIndex(READING));
    private static final Question QUESTION =
            SampleHome.catalogue().find("statements").orElseThrow();
    private static final Binder BINDER = new Binder(Names.of(SNAPSHOT));

    static List<Map<String, List<String>>> filters() {
        return List.of(
                Map.of(),
                Map.of("speaker", List.of("person/joren-hask")),
                Map.of("about", List.of("group/leaders"), "known", List.of("reported")),
                Map.of("through", List.of("person/joren-hask"), "form", List.of("indirect")),
                Map.of("topic", List.of("topic/bridges"), "article", List.of("article/w")),
                Map.of("known", List.of("perhaps")),
                Map.of("at", List.of("settlement/ostrel")),
                Map.of("known", List.of("direct"), "depth", List.of("1"), "act", List.of("evaluate")),
                Map.of("from", List.of("2031-05-07"), "to", List.of("2031-05-08")));
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
