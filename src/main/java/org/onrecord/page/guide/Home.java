// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page.guide;

import java.util.List;
import org.onrecord.page.thing.Line;
import org.onrecord.page.thing.Ref;
import org.onrecord.query.Question;

/**
 * The first page.
 *
 * @param counts what there is, and where
 * @param newest the statements made last
 * @param examples questions that run
 * @param articles the articles
 */
public record Home(List<Count> counts, List<Line> newest, List<Example> examples, List<Ref> articles) {
    public Home {
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
