// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/** Links and IRIs of everything that the site of a home with a base of its own shows. */
class LinksTest {
    /** What every home takes from the program: ontology, shapes, codes, and the graphs of their files and of the rules. */
    private static final Pattern OF_THE_PROGRAM =
            Pattern.compile(Pattern.quote(Namespace.BASE) + "(ontology|shapes|code|graph/rules)([./#?-].*)?");

    /** Names no thing: shapes take it for the home that says no base. */
    private static final String USUAL = BaseIri.ONRECORD.things();

    /** Name no thing, but where things are and which edition of the ontology is meant. */
    private static final Pattern NO_THING = Pattern.compile(".*/onrecord/ontology/[0-9.]+|.*/");

    private final RunningSite site = RunningSite.get();
    private final Crawl crawl = Crawl.once();

    @Test
    void findsSomethingBehindEveryLink() {
        assertThat(crawl.broken()).isEmpty();
        assertThat(crawl.seen()).hasSizeGreaterThan(300).hasSizeLessThan(Crawl.MOST);
        assertThat(crawl.missingAnchors()).isEmpty();
    }

    @Test
    void findsSomethingBehindEveryIri() {
        Map<String, String> dead = new TreeMap<>();
        Set<String> asked = new TreeSet<>();
        crawl.iris().forEach((iri, page) -> {
            String path = path(iri);
            if (!NO_THING.matcher(iri).matches() && asked.add(path)) {
                int status = site.read(path).statusCode();
                if (status != 200 && status != 303) {
                    dead.put(status + " " + iri, page);
                }
            }
        });
        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(dead).isEmpty();
    }

    @Test
    void staysBelowThePathOfThePublicAddress() {
        Crawl below = Crawl.below("/data/kg");
        assertThat(below.broken()).isEmpty();
        assertThat(below.seen()).hasSameSizeAs(crawl.seen());
        assertThat(below.missingAnchors()).isEmpty();
    }

    private static String path(String iri) {
        String base = iri.startsWith(Namespace.BASE) ? Namespace.BASE : SampleHome.BASE;
        return "/" + iri.substring(base.length()).replaceAll("#.*|[.:]+$|&(quot|#34|lt|gt);.*", "");
    }

    @Test
    void showsNothingOfOurHomeWhereAnotherIsServed() {
        assertThat(SampleHome.BASE).isNotEqualTo(BaseIri.ONRECORD.iri());
        Map<String, String> ours = new TreeMap<>(crawl.iris());
        Set<String> graphs = site.loaded().release().graphs();
        ours.keySet()
                .removeIf(iri -> iri.startsWith(SampleHome.BASE)
                        || iri.equals(USUAL)
                        || graphs.contains(iri)
                        || OF_THE_PROGRAM.matcher(iri).matches());
        assertThat(ours).isEmpty();
    }
}
