// SPDX-License-Identifier: Apache-2.0
/**
 * What a release says about itself (VoID, DCAT 3, PROV-O), and its data in other vocabularies: schema.org, nanopublications,
 * CSV tables.
 *
 * <p>Every count comes from a query over the release. Every node has an IRI, a fragment of the dataset's. Neither time nor
 * machine is named: the same release has the same description.
 *
 * <p>Terms of {@code dcat:}, {@code void:}, {@code prov:}, {@code foaf:} are those of Jena's vocabulary classes; the five of
 * {@code spdx:} are those that DCAT 3, section 6.17, names for checksums.
 */
@NullMarked
package org.onrecord.release.metadata;

import org.jspecify.annotations.NullMarked;
