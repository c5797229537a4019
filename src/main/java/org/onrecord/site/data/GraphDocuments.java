// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.onrecord.release.form.Context;
import org.onrecord.vocabulary.Format;

/**
 * Serializes several things in one document.
 *
 * @param dataset the dataset
 * @param descriptions the descriptions of things
 * @param context the JSON-LD context
 */
public record GraphDocuments(DatasetGraph dataset, Descriptions descriptions, Context context) {
    /**
     * Serializes the things with their parts and the names of their neighbours.
     *
     * @param format an RDF format
     */
    public String together(List<Node> things, Format format) {
        return GraphWriter.write(descriptions.together(things), format, context, "");
    }
}
