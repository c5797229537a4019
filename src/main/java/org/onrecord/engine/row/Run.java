// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.function.FunctionEnv;
import org.onrecord.engine.Store;

/**
 * What all parts of one query execution share. Terms that the store does not have are numbered after its own. Not
 * thread-safe.
 */
public final class Run {
    private static final int BYTES_PER_TERM = 160;

    private final Store store;
    private final boolean hasNamed;
    private final Meter meter;
    private final FunctionEnv environment;
    private final Map<Node, Integer> added = new HashMap<>();
    private final List<Node> terms = new ArrayList<>();

    /**
     * Creates the state of an execution.
     *
     * @param hasNamed whether GRAPH sees the named graphs of the store
     * @param environment the environment for functions
     */
    public Run(Store store, boolean hasNamed, Meter meter, FunctionEnv environment) {
        this.store = store;
        this.hasNamed = hasNamed;
        this.meter = meter;
        this.environment = environment;
    }

    /** The store. */
    public Store store() {
        return store;
    }

    /** Whether GRAPH sees the named graphs of the store. */
    public boolean hasNamed() {
        return hasNamed;
    }

    /** The meter of the query. */
    public Meter meter() {
        return meter;
    }

    /** The environment for functions. */
    public FunctionEnv environment() {
        return environment;
    }

    /** The number of a term. */
    public int id(Node term) {
        int id = store.id(term);
        if (id != 0) {
            return id;
        }
        return added.computeIfAbsent(term, missing -> {
            meter.chargeMemory(BYTES_PER_TERM);
            terms.add(missing);
            return store.terms() + terms.size();
        });
    }

    /** The term of a number. */
    public Node term(int id) {
        return id <= store.terms() ? store.term(id) : terms.get(id - store.terms() - 1);
    }
}
