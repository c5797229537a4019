// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.onrecord.site.page.PageTexts;
import org.onrecord.site.page.Templates;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Rec;

class PageSectionsTest {
    private static final Node PLACE = GraphReader.node(BaseIri.ONRECORD.things() + "region/wide");

    private static PageSections parts(int within) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (int number = 1; number <= within; number++) {
            graph.add(GraphReader.node(BaseIri.ONRECORD.things() + "settlement/s-" + number), Rec.INSIDE, PLACE);
        }
        GraphReader reading = new GraphReader(graph);
        StatementIndex register = new StatementIndex(reading);
        return new PageSections(reading, register, new Tables(reading, register));
    }

    private static String shown(int within) {
        Block.Section section = parts(within).incoming(PLACE, Set.of()).get(0);
        return Templates.render("tag/section", Map.of("words", PageTexts.of(Locale.ENGLISH), "section", section));
    }

    @Test
    void saysHowManyMorePointAtAThingThanItShows() {
        assertThat(shown(40)).contains("s-40").doesNotContain(" more");
        assertThat(shown(42)).contains("s-40").doesNotContain("s-41").contains("and 2 more");
    }
}
