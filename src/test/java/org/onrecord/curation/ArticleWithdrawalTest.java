// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.Withdrawal;
import org.onrecord.source.Home;
import org.onrecord.vocabulary.Rec;

/** Withdrawals of articles from a copy of the sample home. */
class ArticleWithdrawalTest {
    private static final ArticleWithdrawal.Cause CAUSE =
            new ArticleWithdrawal.Cause("2031-06-01", "Ann Example", "The publisher\nwithdrew it.");

    private static final String AGREEMENTS = "data/reference/agreements.ttl";

    @TempDir
    Path folder;

    private HomeEdit edit;

    @BeforeEach
    void copySample() throws IOException {
        edit = new HomeEdit(Home.at(SampleHome.copy(folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "w", "x"})
    void leavesAHomeThatConforms(String slug) {
        withdraw(slug);

        assertThat(edit.write().findings().stream()
                        .filter(finding -> finding.severity().toString().equals("violation")))
                .isEmpty();
        assertThat(folder.resolve("data/articles/" + slug + ".ttl")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "w", "x"})
    void leavesAHomeWithoutFindingsWhenPruned(String slug) {
        withdraw(slug).unused().prune(edit);

        assertThat(edit.write().findings()).isEmpty();
    }

    @Test
    void removesWhatOtherFilesSayOfTheArticle() {
        ArticleWithdrawal withdrawal = withdraw("v");

        assertThat(withdrawal.removed())
                .anyMatch(line -> line.matches(
                        "data/articles/w[.]ttl:1160:\\d+: id/statement/w-\\d+ rec:respondsTo id/statement/v-04"))
                .anyMatch(line -> line.contains("rec:sameActAs id/statement/v-06"));
        assertThat(edit.file("data/articles/w.ttl").orElseThrow().graph().stream(Node.ANY, Rec.RESPONDS_TO, Node.ANY))
                .noneMatch(triple -> triple.getObject().getURI().contains("/v-"));
    }

    @Test
    void notesWhoWhenWhyAndWhat() {
        Node article = new ArticleNames(edit).article("v");
        String digest =
                ReleaseHash.of(edit.file("data/articles/v.ttl").orElseThrow().graph());
        withdraw("v");
        edit.write();

        assertThat(Tombstones.of(new HomeEdit(Home.at(folder)), article))
                .contains(new Withdrawal(
                        article,
                        NodeFactory.createURI(edit.base().graph("articles-v")),
                        "2031-06-01",
                        "Ann Example",
                        "The publisher withdrew it.",
                        digest,
                        22));
    }

    @Test
    void listsAndPrunesWhatOnlyTheArticleUsed() throws IOException {
        Set<String> named = things("x");
        named.removeAll(things("v"));
        named.removeAll(things("w"));
        // A person who stays held it.
        named.remove("id/office/transport-minister-velmora");
        ArticleWithdrawal withdrawal = withdraw("x");
        List<String> unused = withdrawal.unused().lines(edit);

        assertThat(unused.stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)))
                .containsExactlyInAnyOrderElementsOf(named);
        assertThat(unused).allMatch(line -> line.matches("data/reference/\\w+[.]ttl:\\d+:\\d+: id/[a-z]+/[a-z0-9-]+"));
        assertThat(withdrawal.unused().prune(edit))
                .anyMatch(line -> line.endsWith(": id/person/nera-dovil rec:side id/state/tarsia"))
                .noneMatch(line -> line.contains("data/articles/"));
        edit.write();
        for (String line : unused) {
            String thing = "<" + line.substring(line.lastIndexOf(' ') + 1) + ">";
            for (String name : List.of("actors", "claims", "topics", "events", "links", "places")) {
                assertThat(Files.readString(folder.resolve("data/reference/" + name + ".ttl")))
                        .doesNotContain(thing);
            }
        }
    }

    /** The things that the file of an article names, without itself, its statements and its narrator. */
    private Set<String> things(String article) throws IOException {
        String text = Files.readString(folder.resolve("data/articles/" + article + ".ttl"));
        return Pattern.compile("id/(?!article|statement|narrator)[a-z]+/[a-z0-9-]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void removesANodeThatLosesItsLastSource() {
        Graph agreements = agreements();
        Node report = reportOfTheArticle(agreements);
        edit.put(AGREEMENTS, agreements);
        assertThat(edit.write().conforms()).isTrue();

        withdraw("v");

        assertThat(edit.files()).noneMatch(file -> file.graph().contains(report, Node.ANY, Node.ANY));
        assertThat(edit.write().conforms()).isTrue();
    }

    @Test
    void keepsANodeThatHasAnotherSource() {
        Graph agreements = agreements();
        Node report = reportOfTheArticle(agreements);
        Node other = NodeFactory.createURI(SampleHome.THINGS + "statement/w-01");
        agreements.add(report, Rec.ACCORDING_TO, other);
        edit.put(AGREEMENTS, agreements);

        withdraw("v");

        Graph kept = edit.file(AGREEMENTS).orElseThrow().graph();
        assertThat(kept.stream(report, Rec.ACCORDING_TO, Node.ANY).map(Triple::getObject))
                .containsExactly(other);
        assertThat(kept.stream(report, Node.ANY, Node.ANY).count()).isGreaterThan(1);
    }

    @Test
    void keepsReferencesToWhatAnotherFileDescribesToo() {
        Node response = NodeFactory.createURI(SampleHome.THINGS + "statement/v-04");
        Graph agreements = agreements();
        agreements.add(response, RDFS.label.asNode(), NodeFactory.createLiteralLang("A statement", "en"));
        edit.put(AGREEMENTS, agreements);

        withdraw("v");

        assertThat(edit.file("data/articles/w.ttl").orElseThrow().graph().stream(Node.ANY, Rec.RESPONDS_TO, response))
                .isNotEmpty();
    }

    private Graph agreements() {
        return Tombstones.copy(edit.file(AGREEMENTS).orElseThrow().graph());
    }

    /** Adds the description of a report that only the article describes. */
    private Node reportOfTheArticle(Graph graph) {
        Graph article = edit.file("data/articles/v.ttl").orElseThrow().graph();
        Node report = article.stream(Node.ANY, Rec.ACCORDING_TO, Node.ANY)
                .findFirst()
                .orElseThrow()
                .getSubject();
        article.stream(report, Node.ANY, Node.ANY).forEach(graph::add);
        return report;
    }

    @Test
    void comesBackWithTheSameBytes() throws IOException {
        Path file = folder.resolve("data/articles/x.ttl");
        String before = Files.readString(file);
        Graph graph = edit.file("data/articles/x.ttl").orElseThrow().graph();
        Node article = withdraw("x").withdrawal().article();
        edit.write();

        assertThat(Tombstones.remove(edit, article))
                .hasValueSatisfying(
                        withdrawal -> assertThat(withdrawal.highestNumber()).isEqualTo(24));
        edit.put("data/articles/x.ttl", graph);

        assertThat(edit.write().findings()).isEmpty();
        assertThat(file).hasContent(before);
        assertThat(folder.resolve(Tombstones.FILE)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v",
                "article/v",
                "id/article/v",
                "https://record.velmora.example/id/article/v",
                "data/articles/v.ttl"
            })
    void findsAnArticleByAnyName(String name) {
        assertThat(new ArticleNames(edit).article(name).getURI())
                .isEqualTo("https://record.velmora.example/id/article/v");
    }

    @Test
    void refusesAnUnknownAndAWithdrawnArticle() {
        ArticleNames names = new ArticleNames(edit);
        assertThatThrownBy(() -> names.article("y"))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("There is no article 'y'")
                .hasMessageContaining("'v'");
        withdraw("v");
        assertThatThrownBy(() -> names.article("v"))
                .isInstanceOf(EditRefusedException.class)
                .hasMessage(
                        "The article 'v' was withdrawn on 2031-06-01 by Ann Example. Reason: The publisher withdrew it.");
    }

    private ArticleWithdrawal withdraw(String slug) {
        return ArticleWithdrawal.of(edit, new ArticleNames(edit).article(slug), CAUSE);
    }
}
