// SPDX-License-Identifier: Apache-2.0
/**
 * Validation with SHACL: shapes, findings with file and line, reports.
 *
 * <p>Decisions. Only shapes of the ontology are used, never those in submitted data, because a SPARQL constraint is
 * executable code. The merged graph is validated, because {@code GRAPH} inside {@code sh:select} silently finds nothing
 * in jena-shacl 5.6.0; the file of each node is recorded separately. In Jena a graph with warnings does not conform;
 * {@link org.onrecord.validation.Report#conforms()} ignores warnings (the Turtle report follows the W3C definition).
 * Undefined terms are found by shapes; Java adds the place and suggestions, and keeps one finding if several shapes
 * report the same undefined term. After a change, only focus nodes that it may concern are validated
 * ({@link org.onrecord.validation.change}); places and suggestions are looked up anew for each report.
 */
@NullMarked
package org.onrecord.validation;

import org.jspecify.annotations.NullMarked;
