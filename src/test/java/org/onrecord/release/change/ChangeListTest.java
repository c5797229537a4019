// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.vocabulary.BaseIri;

class ChangeListTest {
    private static final String ROOT = "https://w3id.org/onrecord/";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel";

    @Test
    void groupsThingsByKindOfChange() {
        GraphChange data = new GraphChange(
                ROOT + "graph/a",
                List.of(
                        triple("id/topic/z", TYPE, "<http://www.w3.org/2004/02/skos/core#Concept>"),
                        triple("id/person/y", LABEL, "\"Y\"@en"),
                        triple("ontology#term", LABEL, "\"old\"@en"),
                        triple("id/person/w#name", LABEL, "\"W\"@en")),
                List.of(
                        triple("id/claim/x", TYPE, "<" + ROOT + "ontology#Claim>"),
                        triple("id/person/y", LABEL, "\"*Y*\"@en"),
                        triple("ontology#term", LABEL, "\"new\"@en")),
                false);
        GraphChange derived = new GraphChange(
                ROOT + "graph/derived-about", List.of(), List.of(triple("id/person/v", LABEL, "\"V\"@en")), false);
        assertThat(ChangeList.markdown(new Changes("1", "2", List.of(data, derived)), BaseIri.ONRECORD))
                .isEqualTo("""
                        # What changed

                        From release `1` \s
                        to release `2`.

                        ## Other things added (1)

                        - `id/claim/x`
                          - is: rdf:type rec:Claim

                        ## Other things withdrawn (1)

                        - `id/topic/z`
                          - was: rdf:type skos:Concept

                        ## Other things changed (3)

                        - `id/person/w`
                          - was: #name skos:prefLabel "W"@en
                        - `id/person/y`
                          - was: skos:prefLabel "Y"@en
                          - is: skos:prefLabel "\\*Y\\*"@en
                        - `rec:term`
                          - was: #term skos:prefLabel "old"@en
                          - is: #term skos:prefLabel "new"@en

                        ## Graphs changed (2)

                        - `graph/a`: 3 triples added, 4 withdrawn
                        - `graph/derived-about`: 1 triple added, 0 withdrawn
                        """);
    }

    @Test
    void tellsWhoWithdrewAnArticleAndWhy() {
        String article = "id/article/x";
        GraphChange data = new GraphChange(
                ROOT + "graph/withdrawn",
                List.of(),
                List.of(
                        triple(article, TYPE, "<" + ROOT + "ontology#WithdrawnArticle>"),
                        triple(
                                article,
                                ROOT + "ontology#withdrawnOn",
                                "\"2031-06-01\"^^<http://www.w3.org/2001/XMLSchema#date>"),
                        triple(article, ROOT + "ontology#withdrawnBy", "\"Ann\""),
                        triple(article, ROOT + "ontology#withdrawalReason", "\"Coded <twice>.\"")),
                false);
        assertThat(ChangeList.markdown(new Changes("1", "2", List.of(data)), BaseIri.ONRECORD))
                .contains("""

                        ## Articles withdrawn (1)

                        - `id/article/x`: on 2031-06-01 by Ann. Reason: Coded \\<twice\\>.
                        """);
    }

    private static String triple(String subject, String predicate, String object) {
        return "<" + ROOT + subject + "> <" + predicate + "> " + object + " .";
    }
}
