// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.onrecord.engine.Store;
import org.onrecord.engine.row.Ids;
import org.onrecord.engine.row.Run;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;
import org.onrecord.engine.row.Term;

/**
 * A property path that is not a sequence, alternative or inverse of others, which are patterns of their own. A variable of
 * GRAPH must be bound before.
 */
public final class PathPattern implements JoinPart {
    private static final double REPEATED = 3;
    private static final double TEST_SELECTIVITY = 0.3;

    private final Variables variables;
    private final Scope scope;
    private final Store store;
    private final Path path;
    private final Term subject;
    private final Term object;
    private final Term graph;
    private final boolean constant;

    /**
     * Creates a path.
     *
     * @param given the variables whose values count as constants, because the pattern is within EXISTS
     */
    public PathPattern(Scope scope, Term.Ends ends, Path path, BitSet given) {
        BitSet binds = Term.places(ends.subject(), ends.object());
        this.variables = new Variables(binds, binds, new BitSet(), ends.graph().places(), new BitSet());
        this.scope = scope;
        this.store = scope.run().store();
        this.path = path;
        this.subject = ends.subject();
        this.object = ends.object();
        this.graph = ends.graph();
        this.constant = subject.isConstant() || subject.isIn(given) || object.isConstant() || object.isIn(given);
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        boolean from = subject.isConstant() || subject.isIn(bound);
        boolean to = object.isConstant() || object.isIn(bound);
        if (from && to) {
            return TEST_SELECTIVITY;
        }
        return from || to ? ends(path) : store.subjects() * ends(path);
    }

    @Override
    public double cost(BitSet bound) {
        return Math.max(ends(path), rows(bound));
    }

    /** Estimates the ends of a path from one term. */
    private double ends(Path part) {
        if (part instanceof P_Link link) {
            return store.counts(store.id(link.getNode())).perSubject();
        }
        if (part instanceof P_Path2 both) {
            return ends(both.getLeft()) + ends(both.getRight());
        }
        return part instanceof P_Path1 one ? 1 + REPEATED * ends(one.getSubPath()) : 1 + REPEATED;
    }

    @Override
    public Step step(BitSet bound) {
        return new Walk();
    }

    /** The ends of the path for the current row. The last ends are kept for the next row. */
    private final class Walk implements Step {
        private final int[] row = scope.row();
        private final Run run = scope.run();
        private Ids ends = new Ids(run.meter());
        private int endsOf;
        private boolean endsBackward;
        private int endsGraph;
        private int start;
        private int given;
        private int at;
        private boolean backward;
        private boolean everywhere;

        @Override
        public void open() {
            int from = subject.value(row);
            int to = object.value(row);
            everywhere = from == 0 && to == 0;
            backward = from == 0 || to != 0 && object.isConstant();
            start = backward ? to : from;
            given = backward ? from : to;
            if (everywhere) {
                backward = false;
                start = 0;
                at = 0;
                ends.close();
                ends = new Ids(run.meter());
                endsOf = 0;
            } else {
                walk();
                at = given == 0 ? 0 : ends.size() - ends.count(given);
                if (!constant && !store.isNode(start, endsGraph)) {
                    at = ends.size();
                }
            }
        }

        private void walk() {
            int inGraph = graph.value(row);
            if (start != endsOf || backward != endsBackward || inGraph != endsGraph) {
                ends.close();
                ends = new PathWalk(run, inGraph).ends(path, start, backward);
                endsOf = start;
                endsBackward = backward;
                endsGraph = inGraph;
            }
        }

        @Override
        public boolean next() {
            run.meter().step();
            if (!everywhere) {
                return nextEnd();
            }
            if (object.place() != subject.place()) {
                object.clear(row);
            }
            while (true) {
                if (at < ends.size()) {
                    if (object.set(row, ends.get(at++))) {
                        return true;
                    }
                } else if (!nextStart()) {
                    subject.clear(row);
                    return false;
                }
            }
        }

        private boolean nextEnd() {
            Term open = backward ? subject : object;
            if (at == ends.size()) {
                if (given == 0) {
                    open.clear(row);
                }
                return false;
            }
            int end = ends.get(at++);
            if (given == 0) {
                row[open.place()] = end;
            }
            return true;
        }

        /** Moves to the next term of the graph; false after the last. */
        private boolean nextStart() {
            subject.clear(row);
            at = 0;
            while (++start <= store.terms()) {
                run.meter().step();
                if (store.isNode(start, graph.value(row))) {
                    walk();
                    row[subject.place()] = start;
                    return true;
                }
            }
            ends.close();
            return false;
        }
    }
}
