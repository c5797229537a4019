// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A dataset and its name.
 *
 * @param dataset does not change
 * @param name differs whenever the dataset, or the program that answers from it, differs
 */
public record Served(DatasetGraph dataset, String name) {}
