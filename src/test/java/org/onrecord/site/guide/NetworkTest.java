// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Names;
import org.onrecord.query.Question;
import org.onrecord.release.Release;
import org.onrecord.site.guide.Network.Tie;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.kind.Tables;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.vocabulary.BaseIri;

class NetworkTest {
    @Test
    void leadsToTheTableWhateverTheNamesAre() {
        Ref speaker = Ref.of(BaseIri.ONRECORD, BaseIri.ONRECORD.things() + "person/a", "A");
        Ref spoken = Ref.of(BaseIri.ONRECORD, "https://example.org/?b=1&c#d", "B");
        assertThat(new Tie(speaker, spoken, 1, 0, 0).href(Filter.none()))
                .contains("/statements?speaker=person/a&about=https%3A//example.org/%3Fb%3D1%26c%23d");
    }

    @Test
    void keepsTheSubjectsThatAreChosen() {
        Ref speaker = Ref.of(BaseIri.ONRECORD, BaseIri.ONRECORD.things() + "person/a", "A");
        Ref spoken = Ref.of(BaseIri.ONRECORD, BaseIri.ONRECORD.things() + "state/b", "B");
        Tie tie = new Tie(speaker, spoken, 1, 0, 0);
        Filter one = new Filter(Map.of("about", List.of("state/c")));
        Filter two = one.with("alsoAbout", "state/d");
        assertThat(tie.href(one)).contains("/statements?speaker=person/a&about=state/c&alsoAbout=state/b");
        assertThat(tie.href(two))
                .contains("/statements?speaker=person/a&about=state/c&topic=state/b&alsoAbout=state/d");
        assertThat(tie.href(two.with("topic", "topic/e"))).isEmpty();
        assertThat(tie.href(two.with("topic", "state/b")))
                .contains("/statements?speaker=person/a&about=state/c&topic=state/b&alsoAbout=state/d");
    }

    @Test
    void countsWhatTheQuestionCounts() {
        Release release = SampleHome.release();
        GraphReader reading = GraphReader.of(release);
        StatementIndex register = new StatementIndex(reading);
        Network network =
                new Charts(new PageSections(reading, register, new Tables(reading, register))).network(Filter.none());
        Question question = SampleHome.catalogue().find("who-talks-about-whom").orElseThrow();
        BindResult.Bound bound = (BindResult.Bound) new Binder(Names.of(release)).bind(question, Map.of());
        Map<List<String>, List<List<Integer>>> rows = ((Answer.Rows) Answer.of(bound.query(), release.dataset()))
                .rows().stream()
                        .collect(Collectors.groupingBy(
                                row -> List.of(
                                        row.get("speaker").getURI(),
                                        row.get("subject").getURI()),
                                Collectors.mapping(
                                        row -> List.of(
                                                (Integer) row.get("statements").getLiteralValue(), (Integer)
                                                        row.get("throughOthers").getLiteralValue()),
                                        Collectors.toList())));

        assertThat(network.ties().values()).hasSize(rows.size()).allSatisfy(tie -> {
            List<List<Integer>> acts =
                    rows.getOrDefault(List.of(tie.from().iri(), tie.to().iri()), List.of());
            assertThat(tie.count())
                    .isBetween(
                            acts.stream().mapToInt(act -> act.get(0)).max().orElseThrow(),
                            acts.stream().mapToInt(act -> act.get(0)).sum());
            assertThat(tie.through())
                    .isBetween(
                            acts.stream().mapToInt(act -> act.get(1)).max().orElseThrow(),
                            acts.stream().mapToInt(act -> act.get(1)).sum());
        });
    }
}
