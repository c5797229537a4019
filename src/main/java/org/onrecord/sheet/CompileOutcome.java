// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.util.List;
import org.onrecord.sheet.compile.SheetProblem;
import org.onrecord.validation.Severity;

/**
 * The result of compiling sheets.
 *
 * @param articles what was compiled; empty if there are errors in a sheet
 * @param problems errors and warnings, in the order of the sheets
 * @param written the names of the data files that were written; empty if there are errors, or nothing changed
 */
public record CompileOutcome(List<Article> articles, List<SheetProblem> problems, List<String> written) {
    public CompileOutcome {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
        written = List.copyOf(written);
    }

    /**
     * A compiled article.
     *
     * @param name its {@code kind/slug}
     * @param changes the difference to what was there, by statement, a line each
     * @param statements each statement with the words that it stands in, a line each
     * @param shown the text with the statements marked
     */
    public record Article(String name, List<String> changes, List<String> statements, List<String> shown) {
        public Article {
            changes = List.copyOf(changes);
            statements = List.copyOf(statements);
            shown = List.copyOf(shown);
        }
    }

    /** Whether there are no errors. */
    public boolean succeeded() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.VIOLATION);
    }
}
