// SPDX-License-Identifier: Apache-2.0
/**
 * The forms in which a release is written, each from sorted lines in one pass and in little memory.
 *
 * <p>Jena's writers for JSON-LD and RDF/XML hold a whole graph, and their order is that of a hash table; ours keep the
 * order of the lines, so that the same release is the same bytes.
 */
@NullMarked
package org.onrecord.release.form;

import org.jspecify.annotations.NullMarked;
