// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoreFormTest {
    private static final Node NAME = NodeFactory.createURI("urn:graph");

    @Test
    @DisplayName("a store that was written and read => the same triples, and the same bytes, decoded or not")
    void readsWhatItWrote() throws IOException {
        Graph graph = graph();
        byte[] bytes = written(new StoreBuilder().add(NAME, graph).build());
        Store read = read(bytes);

        assertThat(written(read)).isEqualTo(bytes);
        assertThat(new StoredGraph(read, 0).find().toSet())
                .isEqualTo(graph.find().toSet());
        assertThat(written(read)).isEqualTo(bytes);
    }

    @Test
    @DisplayName("a store that was read and changed => terms of both")
    void changesWhatItRead() throws IOException {
        Graph graph = graph();
        StoreEdit edit =
                new StoreEdit(read(written(new StoreBuilder().add(NAME, graph).build())));
        Triple more = Triple.create(NAME, NAME, NodeFactory.createLiteralString("new"));
        edit.add(NAME, more);
        graph.add(more);
        Store changed = edit.build();

        assertThat(new StoredGraph(changed, 0).find().toSet())
                .isEqualTo(graph.find().toSet());
        assertThat(new StoredGraph(read(written(changed)), 0).find().toSet())
                .isEqualTo(graph.find().toSet());
    }

    /** Terms of each kind, and more than one block of them. */
    private static Graph graph() {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        Node property = NodeFactory.createURI("urn:property");
        for (int i = 0; i < Dictionary.BLOCK; i++) {
            Node subject = NodeFactory.createURI("urn:subject:" + i);
            graph.add(subject, property, NodeFactory.createLiteralString("text \uD83D\uDE00 " + i));
        }
        Node blank = NodeFactory.createBlankNode("label");
        graph.add(blank, property, NodeFactory.createLiteralLang("Ararat", "en-GB"));
        graph.add(blank, property, NodeFactory.createLiteralDT("07", XSDDatatype.XSDint));
        graph.add(blank, property, NodeFactory.createLiteralString(""));
        graph.add(NAME, property, blank);
        return graph;
    }

    private static byte[] written(Store store) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StoreForm.write(store, id -> store.term(id).getBlankNodeLabel(), new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Store read(byte[] bytes) throws IOException {
        return StoreForm.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
