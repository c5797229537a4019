// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.curation.ArticleNames;
import org.onrecord.curation.ArticleWithdrawal;
import org.onrecord.curation.HomeEdit;
import org.onrecord.source.Home;

/** The site of the sample without article v, and without the last statement of article x. */
class WithdrawnTest {
    private static final String TOLD = "on 2031-06-01 by Ann <Example>. Reason: The publisher & others withdrew it.";

    @TempDir
    private static Path folder;

    private static RunningSite site;

    @BeforeAll
    static void withdraw() throws IOException {
        HomeEdit edit = new HomeEdit(Home.at(SampleHome.copy(folder)));
        ArticleWithdrawal.of(
                edit,
                new ArticleNames(edit).article("v"),
                new ArticleWithdrawal.Cause("2031-06-01", "Ann <Example>", "The publisher & others withdrew it."));
        edit.put("data/articles/x.ttl", withoutStatement(edit, "x-24"));
        assertThat(edit.write().conforms()).isTrue();
        site = RunningSite.over(Home.at(folder));
    }

    private static Graph withoutStatement(HomeEdit edit, String slug) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(graph, edit.file("data/articles/x.ttl").orElseThrow().graph());
        Node statement = NodeFactory.createURI(SampleHome.THINGS + "statement/" + slug);
        graph.stream()
                .filter(triple -> triple.getSubject().toString().startsWith(statement + "#")
                        || triple.getSubject().equals(statement)
                        || triple.getObject().equals(statement))
                .toList()
                .forEach(graph::delete);
        return graph;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/article/v",
                "/doc/article/v",
                "/doc/article/v.ttl",
                "/id/statement/v-01",
                "/doc/statement/v-22",
                "/doc/statement/v-22.html",
                "/doc/narrator/v",
                "/graph/articles-v",
                "/graph/articles-v.nt",
                "/data?graph=https://record.velmora.example/graph/articles-v"
            })
    void answers410WithTheReason(String path) {
        HttpResponse<String> reply = site.read(path, "Accept", "application/problem+json");

        assertThat(reply.statusCode()).isEqualTo(410);
        assertThat(RunningSite.type(reply)).isEqualTo("application/problem+json");
        assertThat(reply.body()).contains("\"status\": 410", "/problems/gone", TOLD);
    }

    @Test
    void answers410AsPage() {
        HttpResponse<String> reply = site.read("/doc/statement/v-03", "Accept", "text/html");

        assertThat(reply.statusCode()).isEqualTo(410);
        assertThat(reply.body())
                .contains(
                        "Statement 'v-03' was withdrawn with its article on 2031-06-01 by Ann &lt;Example&gt;",
                        "The publisher &amp; others withdrew it.");
    }

    @Test
    void answers410ForAStatementOfAnArticleThatIsStillThere() {
        HttpResponse<String> reply = site.read("/id/statement/x-24", "Accept", "application/problem+json");

        assertThat(reply.statusCode()).isEqualTo(410);
        assertThat(reply.body())
                .contains(
                        "Statement 'x-24' was withdrawn from its article. Its number is not given again.",
                        "/doc/article/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/statement/v-23",
                "/doc/statement/v-00",
                "/doc/statement/v-1",
                "/doc/statement/v-001",
                "/doc/statement/x-25",
                "/doc/statement/y-01",
                "/doc/article/y",
                "/graph/articles-y"
            })
    void answers404ForWhatNeverWas(String path) {
        assertThat(site.read(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/article/x",
                "/doc/statement/x-23",
                "/doc/narrator/x",
                "/graph/articles-x",
                "/graph/withdrawn"
            })
    void answers200ForWhatIsThere(String path) {
        assertThat(site.read(path).statusCode()).isEqualTo(200);
    }

    @Test
    void feedSaysThatTheArticleWasWithdrawn() {
        assertThat(site.read("/feed.atom").body())
                .contains(
                        "<title>Withdrawn: " + SampleHome.THINGS + "article/v</title>",
                        "<updated>2031-06-01T00:00:00Z</updated>",
                        "by Ann &lt;Example&gt;. Reason: The publisher &amp; others withdrew it.")
                .doesNotContain("statement/v-");
    }

    @Test
    void sitemapHasNoWithdrawnThing() {
        assertThat(site.read("/sitemap.xml").body()).doesNotContain("/doc/article/v", "/doc/statement/v-");
    }

    @Test
    void sparqlTellsWhoWithdrewWhat() {
        String query = "SELECT ?by { ?article a <https://w3id.org/onrecord/ontology%23WithdrawnArticle> ;"
                + " <https://w3id.org/onrecord/ontology%23withdrawnBy> ?by }";
        assertThat(site.read(
                                "/sparql?query="
                                        + query.replace(" ", "%20")
                                                .replace("<", "%3C")
                                                .replace(">", "%3E")
                                                .replace("{", "%7B")
                                                .replace("}", "%7D")
                                                .replace("?by", "%3Fby")
                                                .replace("?article", "%3Farticle"),
                                "Accept",
                                "text/csv")
                        .body())
                .contains("Ann <Example>");
    }
}
