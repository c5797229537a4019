// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.onrecord.evidence.ArticleText.Span;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.TurtleReader;

/** A fictional article with characters of one to four bytes, and its coding in Turtle. */
public final class CodedArticle {
    public static final String TEXT = """
            Rain – at last 😀

            The mayor said on Monday: “We waited for this rain a very long time.”
            Anna agreed.
            """;

    private CodedArticle() {}

    /** The coding of {@link #TEXT}: one statement with a quotation and a date, one mention. */
    public static String turtle() {
        ArticleText text =
                ArticleText.of("a.txt", TEXT.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        String quote = "We waited for this rain a very long time.";
        return """
                @prefix oa: <http://www.w3.org/ns/oa#> .
                @prefix rec: <https://w3id.org/onrecord/ontology#> .
                @prefix sdo: <https://schema.org/> .
                @base <https://w3id.org/onrecord/> .
                <id/article/x> a rec:Article ; rec:digest "%s" ; rec:length %d ; sdo:headline "Rain – at last 😀"@en .
                <id/statement/x-1> a rec:Statement ; rec:reportedIn <id/article/x> ;
                    rec:quote "%s" ; rec:quoteEvidence <id/statement/x-1#quote-1> ;
                    rec:dateWords "Monday"@en ; rec:dateEvidence <id/statement/x-1#date> .
                <id/article/x#mention-1> a rec:Mention ; rec:surface "Anna"@en ; oa:hasTarget <id/article/x#mention-1-span> .
                """.formatted(text.digest(), text.length(), quote)
                + span("id/statement/x-1#quote-1", text, quote)
                + "<id/statement/x-1#quote-1> oa:hasSelector <id/statement/x-1#quote-1-text> .\n"
                + "<id/statement/x-1#quote-1-text> oa:exact \"" + quote + "\" .\n"
                + span("id/statement/x-1#date", text, "Monday")
                + span("id/article/x#mention-1-span", text, "Anna");
    }

    static MergedGraph graph(String turtle) {
        return MergedGraph.of(List.of(TurtleReader.read("data/x.ttl", turtle.getBytes(StandardCharsets.UTF_8))));
    }

    private static String span(String name, ArticleText text, String words) {
        Span span = text.find(words).get(0);
        return """
                <%1$s> a oa:SpecificResource ; oa:hasSource <id/article/x> ;
                    rec:digest "%2$s" ; oa:hasSelector <%1$s-position> .
                <%1$s-position> oa:start %3$d ; oa:end %4$d .
                """.formatted(name, span.digest(), span.start(), span.end());
    }
}
