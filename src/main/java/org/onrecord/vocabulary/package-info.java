// SPDX-License-Identifier: Apache-2.0
/**
 * The IRIs and formats that Java writes. Every constant is a term of the ontology, which a test holds; no IRI of ours stands as a
 * literal anywhere else in the code. A term is here only if Java needs it.
 */
@NullMarked
package org.onrecord.vocabulary;

import org.jspecify.annotations.NullMarked;
