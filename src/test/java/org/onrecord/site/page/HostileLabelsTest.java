// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemType;
import org.onrecord.query.Answer;
import org.onrecord.query.Names;
import org.onrecord.release.Profile;
import org.onrecord.search.Found;
import org.onrecord.site.guide.Choices;
import org.onrecord.site.guide.QuestionPage;
import org.onrecord.site.guide.SearchPage;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.BaseIri;

/** What an attacker would write into labels, addresses and parameters. */
class HostileLabelsTest {
    private static final String SCRIPT = "\"><script>alert('x')</script><img src=x onerror=\"alert(1)";

    private static String page(Ref ref) {
        SearchPage.Hit hit =
                new SearchPage.Hit(ref, Optional.of(ref), "other " + ref.label(), Optional.empty(), List.of());
        SearchPage found = new SearchPage(
                ref.label(),
                Optional.empty(),
                new SearchPage.Asked(
                        List.of(),
                        List.of(new SearchPage.Offer(
                                ref.label(),
                                new Block.Table("/statements", 0),
                                List.of(),
                                Optional.of(new Block.Table("/statements", 1)))),
                        Optional.empty(),
                        List.of(new QuestionPage.Choice(ref.label(), "/queries")),
                        List.of(ref.label()),
                        List.of(ref.label()),
                        Optional.of(ref.label())),
                List.of(new SearchPage.Named(ref, "called " + ref.label(), Optional.empty())),
                false,
                new Found(
                        ref.label(),
                        List.of(),
                        List.of(ref.label()),
                        true,
                        List.of(ref.label()),
                        List.of(new Found.Replaced(ref.label(), List.of(ref.label()))),
                        1),
                List.of(new SearchPage.Group("other", List.of(hit), 1, "/search")));
        Frame frame = new Frame(
                PageTexts.of(java.util.Locale.ENGLISH),
                ref.label(),
                "/" + ref.label(),
                Optional.of(new Citation(ref.iri(), ref.label(), ref.label(), Optional.empty(), "Site", "0123")),
                Optional.empty(),
                new Edition(
                        "0123456789abcdef",
                        BaseIri.ONRECORD,
                        new Profile("Title", "", "", "https://example.org/licence", "Licence", Optional.empty()),
                        Optional.of("who@example.org")));
        return Templates.render(
                "search",
                Map.of(
                        "frame",
                        frame,
                        "page",
                        found,
                        "choices",
                        new Choices(new GraphReader(Graph.emptyGraph), new Names(Graph.emptyGraph), List.of())));
    }

    @Test
    void showsAScriptInALabelAsText() {
        String html = page(Ref.of(BaseIri.ONRECORD, "https://example.org/x", SCRIPT));
        assertThat(html).doesNotContain("<script>alert", "<img").contains("&lt;script>alert");
        assertThat(PageMarkup.faults(html)).isEmpty();
    }

    @Test
    void linksOnlyTheWeb() {
        assertThat(Ref.of(BaseIri.ONRECORD, "javascript:alert(1)", "").href()).isEmpty();
        assertThat(Ref.of(BaseIri.ONRECORD, "data:text/html,<script>", "").href())
                .isEmpty();
        assertThat(Ref.of(BaseIri.ONRECORD, "https://example.org/\"onmouseover=\"x", "")
                        .href())
                .isEmpty();
        assertThat(page(Ref.of(BaseIri.ONRECORD, "javascript:alert(1)", "harmless")))
                .doesNotContain("href=\"javascript");
    }

    @Test
    void showsAScriptInAParameterAsText() {
        Pages pages = Preview.pages();
        String table = pages.filtered()
                .table(
                        new Filter(Map.of("speaker", List.of(SCRIPT), "from", List.of(SCRIPT))),
                        Map.of("speaker", List.of(SCRIPT)));
        String search = pages.search(
                SCRIPT,
                Optional.empty(),
                new Found(SCRIPT, List.of(), List.of(SCRIPT), true, List.of(SCRIPT), List.of(), 0),
                Optional.empty());
        String query = pages.query(
                        "who-stated-what", Map.of("about", List.of(SCRIPT)), unasked -> new Answer.BooleanAnswer(false))
                .orElseThrow();
        String checked = pages.check(SCRIPT, SCRIPT);
        String error = pages.error(
                Problem.of(ProblemType.NOT_FOUND, SCRIPT).near(List.of("/doc/" + SCRIPT)), Optional.of(SCRIPT));
        assertThat(List.of(table, search, query, checked, error)).allSatisfy(html -> {
            assertThat(html).doesNotContain("<script>alert", "<img");
            assertThat(PageMarkup.faults(html)).isEmpty();
        });
    }
}
