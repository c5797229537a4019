// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

/**
 * Reads the triples that match a pattern: {@link #open}, then {@link #next} until it returns false. A term number of 0 in
 * a pattern matches every term. Not thread-safe.
 */
public final class Scan {
    private enum Order {
        SPO,
        POS,
        OSP,
        GRAPH
    }

    private final Store store;
    private Order order = Order.SPO;
    private Permutation rows;
    private int at;
    private int end;
    private int graph;
    private int subject;
    private int predicate;
    private int object;
    private int onlyPredicate;
    private int onlyObject;

    /** Creates a scan of a store. */
    public Scan(Store store) {
        this.store = store;
        this.rows = store.spo();
    }

    /**
     * Starts to read the triples that match a pattern.
     *
     * @param graph the named graph, or 0 for all, each triple once
     */
    public void open(int graph, int subject, int predicate, int object) {
        this.graph = graph;
        choose(subject, predicate, object);
        if (graph != 0) {
            Membership members = store.members();
            int first = members.start(graph, subject == 0 ? 0 : store.spo().start(subject));
            int last = members.start(
                    graph, subject == 0 ? store.spo().size() : store.spo().end(subject));
            if (last - first < end - at) {
                this.order = Order.GRAPH;
                this.at = first;
                this.end = last;
                this.onlyPredicate = predicate;
                this.onlyObject = object;
            }
        }
    }

    private void choose(int subject, int predicate, int object) {
        this.subject = subject;
        this.predicate = predicate;
        this.object = object;
        if (subject == 0 && predicate != 0) {
            use(Order.POS, predicate, object, 0);
        } else if (object != 0 && predicate == 0) {
            use(Order.OSP, object, subject, 0);
        } else {
            use(Order.SPO, subject, predicate, object);
        }
    }

    private void use(Order chosen, int first, int second, int third) {
        this.order = chosen;
        this.rows = chosen == Order.SPO ? store.spo() : chosen == Order.POS ? store.pos() : store.osp();
        if (first == 0) {
            this.at = 0;
            this.end = rows.size();
        } else if (second == 0) {
            this.at = rows.start(first);
            this.end = rows.end(first);
        } else if (third == 0) {
            this.at = rows.start(first, second);
            this.end = rows.end(first, second, at);
        } else {
            this.at = rows.row(first, second, third);
            this.end = rows.has(at, first, second, third) ? at + 1 : at;
        }
    }

    /** The number of triples that are not yet read; with a graph, at least. */
    long size() {
        return (long) end - at;
    }

    /** Reads the next triple. */
    public boolean next() {
        while (at < end) {
            read(at++);
            if (matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the triple read has what its order does not select. */
    private boolean matches() {
        return inGraph() && (!store.isFiltered(predicate) || store.isExplicit(row()));
    }

    private boolean inGraph() {
        return order == Order.GRAPH
                ? (onlyPredicate == 0 || onlyPredicate == predicate) && (onlyObject == 0 || onlyObject == object)
                : graph == 0 || store.members().contains(graph, row());
    }

    private void read(int index) {
        switch (order) {
            case SPO -> {
                while (index >= rows.end(subject)) {
                    subject++;
                }
                predicate = rows.second(index);
                object = rows.third(index);
            }
            case POS -> {
                object = rows.second(index);
                subject = rows.third(index);
            }
            case OSP -> {
                subject = rows.second(index);
                predicate = rows.third(index);
            }
            case GRAPH -> {
                int row = store.members().row(index);
                subject = store.spo().first(row);
                predicate = store.spo().second(row);
                object = store.spo().third(row);
            }
        }
    }

    /** The subject of the triple. */
    public int subject() {
        return subject;
    }

    /** The predicate of the triple. */
    public int predicate() {
        return predicate;
    }

    /** The object of the triple. */
    public int object() {
        return object;
    }

    /** The number of named graphs that have the triple. */
    public int graphs() {
        return store.members().count(row());
    }

    /** One of the named graphs that have the triple. */
    public int graph(int index) {
        return store.members().graph(row(), index);
    }

    /** The row of the triple in the order subject, predicate, object. */
    private int row() {
        return switch (order) {
            case SPO -> at - 1;
            case GRAPH -> store.members().row(at - 1);
            case POS, OSP -> store.spo().row(subject, predicate, object);
        };
    }
}
