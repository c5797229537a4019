// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.onrecord.engine.join.JoinPart.Kind;
import org.onrecord.engine.row.NotSupportedException;
import org.onrecord.engine.row.Sequence;
import org.onrecord.engine.row.Step;

/**
 * An order of the parts of a {@link JoinBlock}: chosen greedily by estimated rows, from several first parts, of which the one
 * with the lowest total cost is taken. Tests run as soon as they may, optional parts last.
 */
final class JoinOrder {
    private static final int MAX_STARTS = 8;
    private static final double TEST_SELECTIVITY = 0.5;

    private final List<JoinPart> parts;
    private final List<JoinPart> chosen = new ArrayList<>();
    private final BitSet left = new BitSet();
    private final BitSet certain = new BitSet();
    private final BitSet bound;
    private double rows = 1;
    private double cost = 1;

    private JoinOrder(List<JoinPart> parts, BitSet bound) {
        this.parts = parts;
        this.bound = (BitSet) bound.clone();
        left.set(0, parts.size());
    }

    /** The best order found, given the variables that are probably bound before. */
    static JoinOrder of(List<JoinPart> parts, BitSet bound) {
        JoinOrder first = new JoinOrder(parts, bound).tests();
        List<Integer> starts = first.joins()
                .boxed()
                .sorted(Comparator.comparingDouble(part -> parts.get(part).rows(first.bound)))
                .limit(MAX_STARTS)
                .toList();
        return starts.stream()
                .map(start -> new JoinOrder(parts, bound).tests().take(start).rest())
                .min(Comparator.comparingDouble(JoinOrder::cost))
                .orElseGet(first::rest);
    }

    /** The estimated number of solutions. */
    public double rows() {
        return rows;
    }

    /** The estimated number of steps. */
    public double cost() {
        return cost;
    }

    /** Creates the steps, given the variables that are probably bound before. */
    public Step step(BitSet before) {
        BitSet soFar = (BitSet) before.clone();
        List<Step> steps = new ArrayList<>();
        for (JoinPart part : chosen) {
            steps.add(part.step((BitSet) soFar.clone()));
            soFar.or(part.variables().binds());
        }
        return new Sequence(steps);
    }

    private JoinOrder rest() {
        while (!left.isEmpty()) {
            JoinOrder now = tests();
            int next = now.joins()
                    .boxed()
                    .min(Comparator.comparing(this::multiplies)
                            .thenComparingDouble(part -> parts.get(part).rows(bound)))
                    .orElseGet(this::late);
            if (next >= 0) {
                take(next);
            }
        }
        return this;
    }

    /** Whether a part has several solutions that nothing bound selects, so that it multiplies the rows. */
    private boolean multiplies(int index) {
        JoinPart part = parts.get(index);
        return !part.variables().all().intersects(bound) && part.rows(bound) > 1;
    }

    /** The first optional part that may run, or -1 if none is left. */
    private int late() {
        if (left.isEmpty()) {
            return -1;
        }
        return left.stream()
                .filter(part -> isReady(part) && !isBlocked(part))
                .findFirst()
                .orElseThrow(() -> new NotSupportedException("parts that must each come before the other"));
    }

    /** Takes the tests that may run. */
    private JoinOrder tests() {
        for (int part = left.nextSetBit(0); part >= 0; part = left.nextSetBit(part + 1)) {
            if (parts.get(part).kind() == Kind.TEST && isReady(part) && !isBlocked(part)) {
                take(part);
                part = -1;
            }
        }
        return this;
    }

    private IntStream joins() {
        return left.stream().filter(part -> parts.get(part).kind() == Kind.JOIN && isReady(part) && !isBlocked(part));
    }

    private JoinOrder take(int index) {
        JoinPart part = parts.get(index);
        cost += rows * part.cost(bound);
        rows *= part.kind() == Kind.TEST ? TEST_SELECTIVITY : part.rows(bound);
        certain.or(part.variables().certain());
        bound.or(part.variables().binds());
        chosen.add(part);
        left.clear(index);
        return this;
    }

    /** Whether no part that is left can bind more of what a part needs, and none before it of what it reads. */
    private boolean isReady(int index) {
        JoinPart part = parts.get(index);
        boolean joins = part.kind() == Kind.JOIN;
        BitSet open = Variables.without(
                joins ? part.variables().needs() : part.variables().reads(), certain);
        return left.stream()
                .filter(other -> joins ? other != index : other < index)
                .noneMatch(other -> parts.get(other).variables().binds().intersects(open));
    }

    /** Whether a part binds what is unsafe in another that is left. */
    private boolean isBlocked(int index) {
        BitSet binds = parts.get(index).variables().binds();
        return left.stream()
                .anyMatch(other ->
                        other != index && parts.get(other).variables().unsafe().intersects(binds));
    }
}
