// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.onrecord.engine.join.JoinPart.Kind;
import org.onrecord.engine.row.Meter;
import org.onrecord.engine.row.NotSupportedException;
import org.onrecord.engine.row.Sequence;
import org.onrecord.engine.row.Step;

/**
 * An order of the parts of a {@link JoinBlock}: chosen greedily by estimated rows, from several first parts, of which the one
 * with the lowest total cost is taken. Tests run as soon as they may, optional parts last.
 */
final class JoinOrder {
    private static final int MAX_STARTS = 5;

    /** In blocks with more parts one first part is tried, because the time of ordering grows with the square. */
    private static final int MANY_PARTS = 64;

    // Estimates stay finite: an order whose cost is not below another's is given up before it is complete.
    private static final double MAX_ROWS = 1e100;
    private static final double MAX_COST = 1e200;

    private final List<JoinPart> parts;
    private final List<JoinPart> chosen = new ArrayList<>();
    private final BitSet left = new BitSet();
    private final BitSet certain = new BitSet();
    private final BitSet unsafe = new BitSet();
    private final BitSet bound;
    private final Map<Integer, Double> values = new HashMap<>();
    private final Meter meter;
    private double rows = 1;
    private double cost = 1;

    private JoinOrder(List<JoinPart> parts, BitSet bound, Meter meter) {
        this.parts = parts;
        this.bound = (BitSet) bound.clone();
        this.meter = meter;
        left.set(0, parts.size());
        parts.forEach(part -> unsafe.or(part.variables().unsafe()));
    }

    /** The best order found, given the variables that are probably bound before. */
    static JoinOrder of(List<JoinPart> parts, BitSet bound, Meter meter) {
        JoinOrder first = new JoinOrder(parts, bound, meter).tests();
        List<Integer> starts = first.joins().stream()
                .sorted(Comparator.comparingDouble(part -> parts.get(part).rows(first.bound)))
                .limit(parts.size() > MANY_PARTS ? 1 : MAX_STARTS)
                .toList();
        if (starts.isEmpty()) {
            return first.rest(Double.MAX_VALUE);
        }
        JoinOrder best =
                new JoinOrder(parts, bound, meter).tests().take(starts.get(0)).rest(Double.MAX_VALUE);
        for (int start : starts.subList(1, starts.size())) {
            JoinOrder other =
                    new JoinOrder(parts, bound, meter).tests().take(start).rest(best.cost);
            best = other.cost < best.cost ? other : best;
        }
        return best;
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

    /** Takes the parts that are left, or stops at a cost that is no better than another. */
    private JoinOrder rest(double most) {
        while (!left.isEmpty() && cost < most) {
            if (!tests().left.isEmpty()) {
                int next = join();
                take(next < 0 ? late() : next);
            }
        }
        return this;
    }

    /**
     * The part that joins with the fewest solutions, or -1. One that multiplies the rows, because it has several that nothing
     * bound selects, comes after the others.
     */
    private int join() {
        int best = -1;
        double least = 0;
        for (int index : joins()) {
            JoinPart part = parts.get(index);
            double rows = rows(part);
            boolean multiplies = rows > 1 && !part.variables().all().intersects(bound);
            double weight = multiplies ? rows * MAX_ROWS : rows;
            if (best < 0 || weight < least) {
                best = index;
                least = weight;
            }
        }
        return best;
    }

    private double rows(JoinPart part) {
        return part.rows(bound, place -> values.getOrDefault(place, Double.MAX_VALUE));
    }

    /** The first optional part that may run. */
    private int late() {
        for (int part = left.nextSetBit(0); part >= 0; part = left.nextSetBit(part + 1)) {
            if (mayRun(part)) {
                return part;
            }
        }
        throw new NotSupportedException("parts that must each come before the other");
    }

    /** Takes the tests that may run; one that assigns a variable can make others ready. */
    private JoinOrder tests() {
        boolean more = true;
        while (more) {
            more = false;
            for (int part = left.nextSetBit(0); part >= 0; part = left.nextSetBit(part + 1)) {
                if (parts.get(part).kind() == Kind.TEST && mayRun(part)) {
                    take(part);
                    more = true;
                }
            }
        }
        return this;
    }

    /** The parts that may join next. */
    private List<Integer> joins() {
        List<Integer> joins = new ArrayList<>();
        for (int part = left.nextSetBit(0); part >= 0; part = left.nextSetBit(part + 1)) {
            if (parts.get(part).kind() == Kind.JOIN && mayRun(part)) {
                joins.add(part);
            }
        }
        return joins;
    }

    private JoinOrder take(int index) {
        JoinPart part = parts.get(index);
        cost = Math.min(MAX_COST, cost + rows * part.cost(bound));
        rows = Math.min(MAX_ROWS, rows * rows(part));
        part.variables().certain().stream().forEach(place -> values.merge(place, part.values(place), Math::min));
        certain.or(part.variables().certain());
        bound.or(part.variables().binds());
        chosen.add(part);
        left.clear(index);
        return this;
    }

    private boolean mayRun(int index) {
        return isReady(index) && !isBlocked(index);
    }

    /** Whether no part that is left can bind more of what a part needs, and none before it of what it reads. */
    private boolean isReady(int index) {
        JoinPart part = parts.get(index);
        boolean joins = part.kind() == Kind.JOIN;
        BitSet open = joins ? part.variables().needs() : part.variables().reads();
        meter.step();
        return Variables.contains(certain, open)
                || !isLeft(
                        joins ? parts.size() : index,
                        other -> other != index && binds(other).intersects(Variables.without(open, certain)));
    }

    /** Whether a part binds what is unsafe in another that is left. */
    private boolean isBlocked(int index) {
        return unsafe.intersects(binds(index))
                && isLeft(
                        parts.size(),
                        other -> other != index
                                && parts.get(other).variables().unsafe().intersects(binds(index)));
    }

    private BitSet binds(int part) {
        return parts.get(part).variables().binds();
    }

    /** Whether one of the first parts is left and meets a condition. */
    private boolean isLeft(int end, IntPredicate condition) {
        for (int part = left.nextSetBit(0); part >= 0 && part < end; part = left.nextSetBit(part + 1)) {
            meter.step();
            if (condition.test(part)) {
                return true;
            }
        }
        return false;
    }
}
