// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.SampleHome;

/** In the sample Ostrel is a settlement, and a metonym of the state Velmora; Kesvar likewise of Tarsia. */
class MetonymTest {
    private static final Binder BINDER = new Binder(Names.of(SampleHome.release()));

    @ParameterizedTest
    @CsvSource({
        "statements, about, Ostrel, settlement/ostrel",
        "statements, speaker, Ostrel, state/velmora",
        "statements, through, kesvar, state/tarsia",
        "statements, speaker, Velmora, state/velmora",
        "statements-of-a-side, side, Ostrel, state/velmora",
        "outside-identifiers, entity, Ostrel, settlement/ostrel"
    })
    void meansTheActorOnlyWhereAnActorIsAskedFor(String question, String parameter, String name, String slug) {
        BindResult result =
                BINDER.bind(SampleHome.catalogue().find(question).orElseThrow(), Map.of(parameter, List.of(name)));

        assertThat(((BindResult.Bound) result).terms().get(parameter))
                .extracting(node -> node.getURI())
                .containsExactly(SampleHome.THINGS + slug);
    }
}
