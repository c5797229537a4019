// SPDX-License-Identifier: Apache-2.0
/**
 * Article text in code points, spans, digests, and the proof that the graph's spans are what the article says.
 *
 * <p>Decisions. Positions count Unicode code points of the decoded text, as the Web Annotation model asks (section 4.2.4);
 * Java's {@code char} index and the byte offset are other numbers. A text is known by the digest of its bytes as given, not
 * by its file name. A text that is nearly an article's is never accepted as that article: it is named, with what was done
 * to it where that can be told, because every position after the change would be wrong. The articles are other people's:
 * no message shows more than {@value org.onrecord.evidence.Excerpt#LENGTH} code points of one.
 *
 * <p>Coverage: the code points of a text that no statement, mention or metadata covers.
 *
 * <p>A code point is covered if a span that something <em>uses</em> holds it (a statement's evidence of any sort,
 * a mention's target), or the headline at the head of the text: a span that nothing points to covers nothing. What is left
 * may be blanks, marks and the closed list of {@link org.onrecord.evidence.Connective connectives}; anything else
 * is a statement or a mention that the coder missed. A report shows the uncovered stretches and no other word of the text.
 */
@NullMarked
package org.onrecord.evidence;

import org.jspecify.annotations.NullMarked;
