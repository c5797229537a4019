// SPDX-License-Identifier: Apache-2.0
/**
 * Metadata of a release (VoID, DCAT 3, PROV-O), and views: schema.org, nanopublications, CSV tables.
 *
 * <p>Every count comes from a query over the release. Every node has an IRI, a fragment of the dataset IRI. There are
 * no times or host names, so that the output is deterministic.
 *
 * <p>Terms of {@code dcat:}, {@code void:}, {@code prov:}, {@code foaf:} are from Jena's vocabulary classes; {@code
 * spdx:} terms for checksums are from DCAT 3, section 6.17.
 */
@NullMarked
package org.onrecord.release.metadata;

import org.jspecify.annotations.NullMarked;
