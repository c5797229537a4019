// SPDX-License-Identifier: Apache-2.0
/**
 * Article texts, spans, digests, verification and coverage.
 *
 * <p>Decisions. Positions count Unicode code points of the decoded text, as the Web Annotation model asks (section
 * 4.2.4); not {@code char} indexes or byte offsets. A text is identified by the digest of its bytes, not by its file
 * name. An altered text is not accepted, because the positions after the alteration would be wrong; the report
 * describes the alteration if possible. The articles are copyrighted: no message shows more than {@value
 * org.onrecord.evidence.Excerpt#LENGTH} code points of one.
 *
 * <p>Coverage finds the code points of a text that no statement, mention or metadata covers.
 *
 * <p>A code point is covered if it is in a span that is in use (as evidence of a statement or target of a mention), or
 * in the headline at the start of the text. Spans that nothing refers to are ignored. White space, punctuation and
 * connectives may remain uncovered; anything else is a missed statement or mention. A report shows only the uncovered
 * text.
 */
@NullMarked
package org.onrecord.evidence;

import org.jspecify.annotations.NullMarked;
