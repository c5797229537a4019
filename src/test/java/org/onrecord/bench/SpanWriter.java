// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import static org.onrecord.bench.Turtle.code;
import static org.onrecord.bench.Turtle.en;
import static org.onrecord.bench.Turtle.id;
import static org.onrecord.bench.Turtle.position;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes the spans and mentions of an article.
 *
 * @param turtle the file
 * @param article what the spans are of
 * @param random draws digests and wordings
 */
record SpanWriter(Turtle turtle, Thing article, SplittableRandom random) {
    /** A digest of words that nobody has. */
    String digest() {
        return String.format(
                "\"%016x%016x%016x%016x\"", random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** Writes a span of the article. */
    void span(String span, int start, int end) {
        List<String> selectors = new ArrayList<>(List.of(id(span + "-position")));
        if (span.endsWith("#quote-1")) {
            selectors.add(id(span + "-exact"));
        }
        turtle.thing(id(span), "oa:SpecificResource")
                .with("oa:hasSelector", selectors)
                .with("oa:hasSource", article.term())
                .with("rec:digest", digest());
        turtle.thing(id(span + "-position"), "oa:TextPositionSelector")
                .with("oa:start", position(start))
                .with("oa:end", position(end));
    }

    /** Writes a mention of a thing in a statement, and its span. */
    void mention(String in, Thing body, String surface, Thing voice, int start) {
        int end = start + surface.length();
        String mention = article.name() + "#mention-" + start + "-" + end;
        turtle.thing(id(mention), "rec:Mention")
                .with("oa:hasBody", body.term())
                .with("oa:hasTarget", id(mention + "-span"))
                .with("oa:motivatedBy", "oa:identifying")
                .with("rec:inStatement", in)
                .with("rec:surface", en(surface))
                .with("rec:voice", voice.term())
                .with("rec:wording", code(random.nextInt(100) < 8 ? "wording/loaded" : "wording/plain"));
        span(mention + "-span", start, end);
    }
}
