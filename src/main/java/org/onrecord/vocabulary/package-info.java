// SPDX-License-Identifier: Apache-2.0
/**
 * IRIs and formats used in Java code. Tests check that every constant is a term of the ontology, and that project IRIs are not
 * literals elsewhere. Contains only the terms that Java needs.
 */
@NullMarked
package org.onrecord.vocabulary;

import org.jspecify.annotations.NullMarked;
