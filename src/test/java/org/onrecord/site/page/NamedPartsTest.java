// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.SampleHome;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.Names;

class NamedPartsTest {
    private static final Names NAMES = Names.of(SampleHome.release());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did Hask say about the Maren bridge?      | person/joren-hask | facility/maren-bridge
            Hask on the Maren bridge                       | person/joren-hask | facility/maren-bridge
            Hask Maren bridge                              | person/joren-hask | facility/maren-bridge
            Statements by Velmora about Tarsia             | state/velmora     | state/tarsia
            Tarsian President on Orlune's envoy            | person/joren-hask | person/elise-orvane
            Who said that Kalden is part of Velmora?       | ''                | settlement/kalden state/velmora
            What was said about Hask?                      | ''                | person/joren-hask
            Velmora and Tarsia                             | ''                | group/velmora-and-tarsia
            Who shot at Tarsian smugglers in the valley?   | ''                | group/armed-smugglers
            What does the group want?                      | ''                | ''
            """)
    void tellsSpeakersFromSubjects(String text, String speaker, String subjects) {
        NamedParts found = NamedParts.in(text, NAMES);

        assertThat(found.speaker()
                        .flatMap(NamedParts.Part::actor)
                        .map(Candidate::slug)
                        .orElse(""))
                .isEqualTo(speaker);
        assertThat(found.subjects().stream()
                        .flatMap(part -> part.thing().stream())
                        .map(Candidate::slug)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(subjects);
    }

    @ParameterizedTest
    @CsvSource({"Velmoran Prime Minister, true", "Ana Velin?, true", "Hask and Velin, false", "xylophone, false"})
    void tellsWhetherATextIsOneName(String text, boolean one) {
        assertThat(NamedParts.in(text, NAMES).one().isPresent()).isEqualTo(one);
    }
}
