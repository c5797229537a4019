// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.site.guide.Density.Period;
import org.onrecord.site.guide.Density.Row;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.Tables;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.StatementLine;

/** The numbers of statements of the sample by speaker and period. */
class DensityTest {
    private static final StatementIndex REGISTER = StatementIndex.of(SampleHome.release());
    private static final Tables TABLES = new Tables(GraphReader.of(SampleHome.release()), REGISTER);
    private static final Density DENSITY = Density.of(REGISTER.all());

    @Test
    void countsEachStatementOnce() {
        assertThat(DENSITY.rows().stream().mapToInt(Row::total).sum())
                .isEqualTo(REGISTER.all().size());
        assertThat(DENSITY.rows())
                .allSatisfy(row -> assertThat(
                                DENSITY.periods().stream().mapToInt(row::count).sum())
                        .isEqualTo(row.total()));
    }

    @Test
    void sortsPeriodsAndPutsUnknownDaysLast() {
        List<String> days = DENSITY.periods().stream().map(Period::iso).toList();
        List<String> known = days.stream().filter(day -> !day.isEmpty()).toList();
        assertThat(known).isSorted().hasSizeGreaterThan(3);
        assertThat(days.subList(0, known.size())).isEqualTo(known);
    }

    @Test
    void leadsFromADayToItsStatements() {
        Row row = DENSITY.rows().get(0);
        Period day = DENSITY.periods().stream()
                .filter(period -> period.iso().length() == 10 && row.count(period) > 0)
                .findFirst()
                .orElseThrow();

        assertThat(row.href(day, Filter.none())).get().asString().startsWith("/statements?speaker=");
        List<StatementLine> lines = TABLES.rows(new Filter(Map.of(
                "speaker",
                List.of(row.speaker().orElseThrow().shortIri()),
                "from",
                List.of(day.iso()),
                "to",
                List.of(day.iso()))));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(row.count(day));
    }

    @Test
    void leadsFromAMonthAndAYearToTheirTimeline() {
        assertThat(new Period("2024-02").href(Filter.none()))
                .isEqualTo(Optional.of("/timeline?from=2024-02-01&to=2024-02-29"));
        assertThat(new Period("2023").href(Filter.none()))
                .isEqualTo(Optional.of("/timeline?from=2023-01-01&to=2023-12-31"));
        assertThat(new Period("").href(Filter.none())).isEmpty();
    }
}
