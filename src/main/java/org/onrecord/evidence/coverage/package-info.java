// SPDX-License-Identifier: Apache-2.0
/**
 * What of an article's text the graph leaves out: the code points that no statement, mention or metadata covers.
 *
 * <p>Decisions. A code point is covered if a span that something <em>uses</em> holds it (a statement's evidence of any sort,
 * a mention's target), or the headline at the head of the text: a span that nothing points to covers nothing. What is left
 * may be blanks, marks and the closed list of {@link org.onrecord.evidence.coverage.Connective connectives}; anything else
 * is a statement or a mention that the coder missed. A report shows the uncovered stretches and no other word of the text.
 */
@NullMarked
package org.onrecord.evidence.coverage;

import org.jspecify.annotations.NullMarked;
