// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.onrecord.release.form.Context;
import org.onrecord.vocabulary.Format;

/**
 * Several things in one document.
 *
 * @param dataset holds them
 * @param descriptions describes them
 * @param context names their properties in JSON-LD
 */
public record GraphDocuments(DatasetGraph dataset, Descriptions descriptions, Context context) {
    /**
     * The things with their parts and the names of their neighbours.
     *
     * @param format of graphs
     */
    public String together(List<Node> things, Format format) {
        return Forms.write(descriptions.together(things), format, context, "");
    }
}
