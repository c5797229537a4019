// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.SampleHome;
import org.onrecord.curation.HomeEdit;
import org.onrecord.release.metadata.CsvTables;
import org.onrecord.release.metadata.Nanopublications;
import org.onrecord.release.metadata.SchemaOrgView;
import org.onrecord.site.thing.StatementLine.Voice;
import org.onrecord.source.Home;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** A statement that a language model proposed is marked wherever it is listed, drawn, cited or exported. */
class ProposedTest {
    private static final String ARTICLE = "data/articles/w.ttl";
    private static final Node STATEMENT = NodeFactory.createURI(SampleHome.THINGS + "statement/w-12");

    @TempDir
    private static Path folder;

    private static RunningSite site;

    @BeforeAll
    static void propose() throws IOException {
        HomeEdit edit = new HomeEdit(Home.at(SampleHome.copy(folder)));
        Graph graph = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(graph, edit.file(ARTICLE).orElseThrow().graph());
        graph.add(STATEMENT, Rec.REVIEW_STATUS, NodeFactory.createURI(Namespace.CODES + "review-status/proposed"));
        edit.put(ARTICLE, graph);
        assertThat(edit.write().findings()).isEmpty();
        site = RunningSite.over(Home.at(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "/doc/statement/w-12, text/html",
        "/doc/statement/w-12.ttl, text/turtle",
        "/doc/statement/w-12.jsonld, application/ld+json",
        "/doc/article/w, text/html",
        "/statements?article=article/w, text/html",
        "/statements.csv?article=article/w, text/csv",
        "/statements.json?article=article/w, application/json",
        "/queries/statements-of-an-article?article=article/w, text/html",
        "/queries/who-stated-what.csv?about=ABOUT, text/csv",
        "/queries/evidence-of-a-statement?statement=statement/w-12, text/html",
        "/search?q=WORDS, text/html",
        "/timeline?article=article/w, text/html",
        "/network, text/html",
        "/SPEAKER, text/html",
        "/feed.atom, application/atom+xml",
    })
    void isMarked(String path, String type) {
        String address = path.replace("ABOUT", slug(Rec.ABOUT))
                .replace("SPEAKER", "doc/" + slug(Rec.SPEAKER))
                .replace("WORDS", words());

        assertThat(site.read(address, "Accept", type).body()).as(address).contains(Voice.PROPOSED);
        assertThat(RunningSite.get().read(address, "Accept", type).body())
                .as(address + " of the home without proposals")
                .doesNotContain(Voice.PROPOSED);
    }

    @Test
    void isMarkedInTheCitationAndInEmbeddedMetadata() {
        String page = site.read("/doc/statement/w-12", "Accept", "text/html").body();

        assertThat(page).containsPattern("id=\"h-cite\"(?s:.){0,400}" + Voice.PROPOSED);
        assertThat(page)
                .containsPattern("application/ld\\+json\"[^<]*\"creativeWorkStatus\":\"" + Voice.PROPOSED + "\"");
    }

    @Test
    void isMarkedInExports(@TempDir Path export) throws IOException {
        var dataset = site.loaded().release().dataset();
        CsvTables.write(dataset, export);
        SchemaOrgView.write(dataset, export, 1 << 20);
        Nanopublications.write(dataset, export);

        assertThat(Files.readString(export.resolve("statements.csv"))).contains(Voice.PROPOSED);
        assertThat(Files.readString(export.resolve("schema-org.ttl")))
                .containsPattern("creativeWorkStatus +\"" + Voice.PROPOSED);
        assertThat(Files.readString(export.resolve("schema-org.jsonld"))).contains(Voice.PROPOSED);
        assertThat(Files.readString(export.resolve(Nanopublications.NAME))).contains("review-status/proposed");
    }

    private static String slug(Node property) {
        return site.loaded().release().everything().stream(STATEMENT, property, Node.ANY)
                .map(triple -> triple.getObject().getURI().substring(SampleHome.THINGS.length()))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static String words() {
        String content = site.loaded().release().everything().stream(STATEMENT, Rec.CONTENT, Node.ANY)
                .findFirst()
                .orElseThrow()
                .getObject()
                .getLiteralLexicalForm();
        return content.replaceAll("[^A-Za-z ]", "").replace(' ', '+');
    }
}
