// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onrecord.site.guide.Network.Tie;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.BaseIri;

class NetworkTest {
    @Test
    void leadsToTheTableWhateverTheNamesAre() {
        Ref speaker = Ref.of(BaseIri.ONRECORD, BaseIri.ONRECORD.things() + "person/a", "A");
        Ref spoken = Ref.of(BaseIri.ONRECORD, "https://example.org/?b=1&c#d", "B");
        assertThat(new Tie(speaker, spoken, 1, 0, 0).href(Filter.none()))
                .isEqualTo("/statements?speaker=person/a&about=https%3A//example.org/%3Fb%3D1%26c%23d");
    }
}
