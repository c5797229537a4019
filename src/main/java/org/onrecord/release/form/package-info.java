// SPDX-License-Identifier: Apache-2.0
/**
 * Dump formats, written from sorted triples in one pass with bounded memory.
 *
 * <p>Jena's writers for JSON-LD and RDF/XML need the whole graph in memory and use hash table order; these are
 * deterministic.
 */
@NullMarked
package org.onrecord.release.form;

import org.jspecify.annotations.NullMarked;
