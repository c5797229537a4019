// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of the files below {@code ontology/}: profile, consistency, terms, hygiene, rules.
 *
 * <p>They read folders, so that a new file is checked because it is there. Triples are merged before they are reasoned
 * over: alone, a data file does not say whether a property relates things or carries values, and OWLAPI then takes its
 * triples for annotations, which no reasoner looks at.
 */
@NullMarked
package org.onrecord.ontology;

import org.jspecify.annotations.NullMarked;
