// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.page.Pages;
import org.onrecord.site.page.Site;

/** Coordinates of the pictures of the sample. */
class ChartsTest {
    private final Charts charts = new Pages(SampleHome.release(), SampleHome.catalogue(), Site.PLAIN).charts();

    @Test
    void drawsTimeFromLeftToRight() {
        Timeline timeline = charts.timeline(Filter.none());
        List<Timeline.Column> dated = timeline.columns().stream()
                .filter(column -> !column.until().isEmpty())
                .toList();
        assertThat(dated).hasSizeGreaterThan(3);
        assertThat(dated).extracting(Timeline.Column::until).isSorted();
        assertThat(timeline.columns()).extracting(Timeline.Column::x).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void drawsEachStatementInTheColumnOfItsDay() {
        Timeline timeline = charts.timeline(Filter.none());
        List<Timeline.Dot> dots =
                timeline.rows().stream().flatMap(row -> row.dots().stream()).toList();
        assertThat(dots).hasSizeGreaterThan(50).allSatisfy(dot -> {
            Timeline.Column column = timeline.columns().stream()
                    .filter(each -> each.x() <= dot.x())
                    .reduce((before, after) -> after)
                    .orElseThrow();
            assertThat(Optional.of(column.until()).filter(day -> !day.isEmpty()))
                    .isEqualTo(dot.line().when().isKnown() ? dot.line().when().until() : Optional.empty());
        });
    }

    @Test
    void drawsTheEastOnTheRightAndTheNorthAbove() {
        PlaceMap.Frame frame = new PlaceMap.Frame(43, 39, 48, 41, 1);
        assertThat(frame.x(43)).isZero();
        assertThat(frame.x(48)).isEqualTo(900);
        assertThat(frame.y(41)).isZero();
        assertThat(frame.y(39)).isEqualTo(frame.height());
    }

    @Test
    void putsThoseWithMostStatementsFirst() {
        Network network = charts.network(Filter.none());
        for (List<Network.Knot> side : List.of(network.speakers(), network.spoken())) {
            assertThat(side)
                    .isNotEmpty()
                    .extracting(Network.Knot::count)
                    .isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(side).hasSizeLessThanOrEqualTo(Network.MAX_SPEAKERS);
        }
        Network.Knot first = network.speakers().get(0);
        assertThat(network.spoken().stream()
                        .flatMap(about -> network.tie(first, about).stream())
                        .toList())
                .isNotEmpty()
                .allSatisfy(tie -> assertThat(tie.count()).isBetween(Math.max(1, tie.through()), first.count()));
    }
}
