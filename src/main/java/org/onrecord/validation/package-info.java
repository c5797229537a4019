// SPDX-License-Identifier: Apache-2.0
/**
 * Shapes parsed once, findings that name a line, the report.
 *
 * <p>Decisions. Only the shapes of the ontology's files run, never those of data that somebody hands in: a SPARQL
 * constraint is a program. The merged graph is validated, because {@code GRAPH} inside {@code sh:select} silently finds
 * nothing in jena-shacl 5.6.0; the file of each node is kept aside. Jena calls a graph with warnings not conforming; here
 * {@link org.onrecord.validation.Report#conforms()} asks for violations alone (the Turtle form of the report keeps the
 * W3C's meaning). An undefined term is found by a shape like everything else; what Java adds to the finding is the place
 * and the nearest defined names, and where several shapes trip over the same undefined term, one finding stays.
 */
@NullMarked
package org.onrecord.validation;

import org.jspecify.annotations.NullMarked;
