// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import org.onrecord.engine.Scan;
import org.onrecord.engine.Store;
import org.onrecord.engine.Store.Counts;
import org.onrecord.engine.row.Meter;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;
import org.onrecord.engine.row.Term;

/** A triple pattern, over all graphs, a named graph, or the named graph that a variable has. */
public final class TriplePattern implements JoinPart {
    private final Variables variables;
    private final Scope scope;
    private final Store store;
    private final Term subject;
    private final Term predicate;
    private final Term object;
    private final Term graph;
    private final long count;

    public TriplePattern(Scope scope, Term.Ends ends, Term predicate) {
        this.variables = Variables.bound(Variables.union(ends.places(), predicate.places()));
        this.scope = scope;
        this.store = scope.run().store();
        this.subject = ends.subject();
        this.predicate = predicate;
        this.object = ends.object();
        this.graph = ends.graph();
        this.count = store.count(subject.constant(), predicate.constant(), object.constant());
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        return rows(bound, place -> Double.MAX_VALUE);
    }

    @Override
    public double rows(BitSet bound, IntToDoubleFunction values) {
        double rows = predicate.isConstant() ? known(bound, values) : unknown(bound);
        boolean anchored = subject.isIn(bound) || object.isIn(bound) || subject.isConstant();
        boolean oneGraph = graph.isIn(bound) || graph.isConstant();
        return oneGraph && !anchored ? rows / Math.max(1, store.graphs()) : rows;
    }

    /** With a constant predicate: a bound term is more likely one with many triples. */
    private double known(BitSet bound, IntToDoubleFunction values) {
        Counts counts = store.counts(predicate.constant());
        boolean from = subject.isIn(bound);
        boolean to = object.isIn(bound);
        if (from && to) {
            return Math.min(1, counts.perSubject() * counts.perObject() / Math.max(1, count));
        } else if (from) {
            return object.isConstant() ? part(subject, (double) counts.subjects(), values) : counts.perSubject();
        } else if (to) {
            return subject.isConstant() ? part(object, (double) counts.objects(), values) : counts.perObject();
        }
        return count;
    }

    /** The part of the values of a bound variable that match, if the other end is constant. */
    private double part(Term variable, double most, IntToDoubleFunction values) {
        return Math.min(1, count / Math.max(1, Math.min(most, values.applyAsDouble(variable.place()))));
    }

    @Override
    public double values(int place) {
        if (place == graph.place()) {
            return store.graphs();
        }
        boolean isSubject = place == subject.place();
        if (predicate.isConstant()) {
            Counts counts = store.counts(predicate.constant());
            return (double) store.count(0, predicate.constant(), 0)
                    / (isSubject ? counts.perSubject() : counts.perObject());
        }
        return isSubject ? store.subjects() : place == object.place() ? store.objects() : store.predicates();
    }

    private double unknown(BitSet bound) {
        double rows = count;
        if (subject.isIn(bound)) {
            rows /= Math.max(1, store.subjects());
        }
        if (object.isIn(bound)) {
            rows /= Math.max(1, store.objects());
        }
        return predicate.isIn(bound) ? rows / Math.max(1, store.predicates()) : rows;
    }

    @Override
    public Step step(BitSet bound) {
        return new Match();
    }

    /** The matches of the pattern with the current row. */
    private final class Match implements Step {
        private final int[] row = scope.row();
        private final Meter meter = scope.run().meter();
        private final Scan scan = new Scan(store);
        private boolean freeSubject;
        private boolean freePredicate;
        private boolean freeObject;
        private boolean freeGraph;
        private int graphs;

        @Override
        public void open() {
            int s = subject.value(row);
            int p = predicate.value(row);
            int o = object.value(row);
            int g = graph.value(row);
            freeSubject = s == 0;
            freePredicate = p == 0;
            freeObject = o == 0;
            freeGraph = g == 0 && graph.place() >= 0;
            graphs = 0;
            meter.step();
            scan.open(g, s, p, o);
        }

        @Override
        public boolean next() {
            do {
                clear();
                if (graphs == 0) {
                    meter.step();
                    if (!scan.next()) {
                        return false;
                    }
                    graphs = freeGraph ? scan.graphs() : 1;
                }
                graphs--;
            } while (!bind());
            return true;
        }

        /** Sets the free variables; false if one of them stands for two different terms. */
        private boolean bind() {
            return (!freeSubject || subject.set(row, scan.subject()))
                    && (!freePredicate || predicate.set(row, scan.predicate()))
                    && (!freeObject || object.set(row, scan.object()))
                    && (!freeGraph || graph.set(row, scan.graph(graphs)));
        }

        private void clear() {
            if (freeSubject) {
                subject.clear(row);
            }
            if (freePredicate) {
                predicate.clear(row);
            }
            if (freeObject) {
                object.clear(row);
            }
            if (freeGraph) {
                graph.clear(row);
            }
        }
    }
}
