// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import org.onrecord.query.Question;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * The first page.
 *
 * @param counts what there is, and where
 * @param newest the statements made last
 * @param examples questions that run
 * @param articles the articles
 */
public record HomePage(List<Count> counts, List<StatementLine> newest, List<Example> examples, List<Ref> articles) {
    public HomePage {
        counts = List.copyOf(counts);
        newest = List.copyOf(newest);
        examples = List.copyOf(examples);
        articles = List.copyOf(articles);
    }

    /**
     * How many of something.
     *
     * @param key what messages call it
     * @param number how many
     * @param href where they are listed
     */
    public record Count(String key, long number, String href) {}

    /**
     * A question with values.
     *
     * @param question the question
     * @param values the values, for people
     * @param href the answer
     */
    public record Example(Question question, String values, String href) {}
}
