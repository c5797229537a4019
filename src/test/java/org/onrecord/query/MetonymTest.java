// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.SampleHome;

/** Words that are not the name of a thing. In the sample Ostrel is a settlement, and a metonym of the state Velmora; Kesvar likewise of Tarsia. */
class MetonymTest {
    private static final Binder BINDER = new Binder(Names.of(SampleHome.release()));

    @ParameterizedTest
    @CsvSource({
        "statements, about, Ostrel, settlement/ostrel",
        "statements, speaker, Ostrel, state/velmora",
        "statements, through, kesvar, state/tarsia",
        "statements, speaker, Velmora, state/velmora",
        "statements-of-a-side, side, Ostrel, state/velmora",
        "outside-identifiers, entity, Ostrel, settlement/ostrel",
        "statements, speaker, Velmoran Prime Minister, person/ana-velin",
        "statements, speaker, President Hask, person/joren-hask",
        "statements, about, President of Tarsia, person/joren-hask",
        "statements, about, office/president-tarsia, office/president-tarsia",
        "statements, speaker, Hask's spokesman, person/hask-spokesman",
        "statements, speaker, ЙОРЕН ХАСК, person/joren-hask",
        "statements, speaker, Joren Xask, person/joren-hask",
        "statements, speaker, smugglers, group/armed-smugglers",
        "statements, about, Tarsian border guards, force/tarsian-border-guard"
    })
    void meansTheActorOnlyWhereAnActorIsAskedFor(String question, String parameter, String name, String slug) {
        BindResult result =
                BINDER.bind(SampleHome.catalogue().find(question).orElseThrow(), Map.of(parameter, List.of(name)));

        assertThat(((BindResult.Bound) result).terms().get(parameter))
                .extracting(node -> node.getURI())
                .containsExactly(SampleHome.THINGS + slug);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            speaker | transport minister      | is ambiguous: use one of person/ivo-kasel (Transport Minister of Velmora from 2030-01-10), person/nera-dovil (Transport Minister of Tarsia from 2027-02-01)
            speaker | Prime Minister of Tarsia | Unknown name
            speaker | Velmoran President      | Unknown name
            speaker | minister                | Unknown name
            speaker | Хасс                    | similar: 'Joren Hask' (person/joren-hask)
            """)
    void refusesWhatStandsForNobodyOrForSeveral(String parameter, String name, String message) {
        BindResult result =
                BINDER.bind(SampleHome.catalogue().find("statements").orElseThrow(), Map.of(parameter, List.of(name)));

        assertThat(((BindResult.Refused) result).problems())
                .singleElement()
                .extracting(BindResult.Problem::message)
                .asString()
                .contains(message);
    }

    @Test
    void tellsHowAnOfficeIsRead() {
        BindResult result = BINDER.bind(
                SampleHome.catalogue().find("statements").orElseThrow(),
                Map.of("speaker", List.of("Velmora's Prime Minister"), "about", List.of("Ostrel")));

        assertThat(((BindResult.Bound) result).readings())
                .extracting(BindResult.Reading::text)
                .containsExactly("'Velmora's Prime Minister' is read as Ana Velin,"
                        + " Prime Minister of Velmora from 2030-01-10 (person/ana-velin)");
    }
}
