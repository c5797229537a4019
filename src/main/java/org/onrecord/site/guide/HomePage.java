// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import org.onrecord.query.Question;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * The home page.
 *
 * @param counts counts of the dataset
 * @param newest the latest statements
 * @param examples example questions
 * @param articles the articles
 * @param speakers names of those with statements
 * @param subjects names of what statements are about
 */
public record HomePage(
        List<Count> counts,
        List<StatementLine> newest,
        List<Example> examples,
        List<Ref> articles,
        List<String> speakers,
        List<String> subjects) {
    /** Maximum number of names to choose from. */
    public static final int MAX_NAMES = 300;

    /**
     * A count.
     *
     * @param key the message key
     * @param number the count
     * @param href the address of the list
     */
    public record Count(String key, long number, String href) {}

    /**
     * A question with values.
     *
     * @param question the question
     * @param values the display names of the values
     * @param href the address of the results
     */
    public record Example(Question question, String values, String href) {}
}
