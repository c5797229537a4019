// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

/**
 * A thing that a search found.
 *
 * @param iri the thing's IRI
 * @param kind its kind as in its IRI, such as {@code person} or {@code statement}
 * @param label its English label; of a statement who says what
 * @param matched the text that was found, as the graph has it
 * @param field which text that is
 * @param score how well it fits; comparable within one answer only
 */
public record Hit(String iri, String kind, String label, String matched, MatchedField field, float score) {}
