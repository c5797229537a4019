// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.evidence.ArticleText;
import org.onrecord.evidence.TextFolder;
import org.onrecord.site.page.Pages;
import org.onrecord.site.page.Site;
import org.onrecord.site.thing.Block.Paragraph;
import org.onrecord.site.thing.Block.Segment;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;

class ReadingViewTest {
    private static final GraphReader READING = GraphReader.of(SampleHome.release());

    private static ArticleText text(String article) {
        String digest = READING.text(GraphReader.node(article), Rec.DIGEST).orElseThrow();
        return TextFolder.read(SampleHome.TEXTS).texts().stream()
                .filter(text -> text.digest().equals(digest))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasTheWholeTextAndEachStatementOnceWhereItBegins() {
        String article = SampleHome.THINGS + "article/w";
        ArticleText text = text(article);
        List<StatementLine> lines = new StatementIndex(READING).with(Rec.REPORTED_IN, GraphReader.node(article));

        List<Paragraph> view = new ReadingView(READING, text)
                .of(GraphReader.node(article), lines)
                .paragraphs();

        assertThat(view.stream()
                        .map(paragraph -> paragraph.segments().stream()
                                .map(Segment::words)
                                .collect(Collectors.joining()))
                        .toList())
                .isEqualTo(text.substring(0, text.length())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList());
        assertThat(view.stream().flatMap(paragraph -> paragraph.lines().stream()))
                .containsExactlyInAnyOrderElementsOf(lines);
        assertThat(view.stream()
                        .flatMap(paragraph -> paragraph.segments().stream())
                        .flatMap(segment -> segment.begins().stream()))
                .containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void isShownOnlyWhereTheOperatorIsAlone() {
        Passages texts = new Passages(TextFolder.read(SampleHome.TEXTS).texts());
        Pages pages = new Pages(SampleHome.release(), SampleHome.catalogue(), new Site(Optional.empty(), texts));
        String article = SampleHome.THINGS + "article/w";

        assertThat(pages.thing(article, false).orElseThrow())
                .doesNotContain("class=\"reading\"")
                .contains("class=\"lines outline\"");
        assertThat(pages.thing(article, true).orElseThrow()).contains("class=\"reading\"", "class=\"begins\"");
    }
}
