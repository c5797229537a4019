// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.onrecord.release.Withdrawal;
import org.onrecord.source.TurtleFile;

/** The withdrawn articles of a home, in {@code data/withdrawn.ttl}. */
public final class Tombstones {
    /** The file. */
    public static final String FILE = "data/withdrawn.ttl";

    private Tombstones() {}

    /** The withdrawal of an article as the edit has it; empty if it is not withdrawn. */
    public static Optional<Withdrawal> of(HomeEdit edit, Node article) {
        return new ArticleNames(edit).tombstone(article);
    }

    static void add(HomeEdit edit, Withdrawal withdrawal) {
        Graph graph =
                edit.file(FILE).map(TurtleFile::graph).map(Tombstones::copy).orElseGet(Tombstones::empty);
        withdrawal.addTo(graph);
        edit.put(FILE, graph);
    }

    /**
     * Removes the tombstone of an article that comes back, within an edit. Its statements keep their numbers, and new
     * ones get numbers above {@link Withdrawal#highestNumber}.
     *
     * @return what was removed; empty if the article is not withdrawn
     */
    public static Optional<Withdrawal> remove(HomeEdit edit, Node article) {
        Optional<Withdrawal> withdrawal = of(edit, article);
        if (withdrawal.isPresent()) {
            for (TurtleFile file : edit.files()) {
                if (Withdrawal.of(file.graph(), article).isPresent()) {
                    Graph graph = copy(file.graph());
                    graph.remove(article, Node.ANY, Node.ANY);
                    edit.replace(file.name(), graph);
                }
            }
        }
        return withdrawal;
    }

    static Graph empty() {
        return GraphMemFactory.createDefaultGraph();
    }

    static Graph copy(Graph graph) {
        Graph copy = empty();
        GraphUtil.addInto(copy, graph);
        return copy;
    }
}
