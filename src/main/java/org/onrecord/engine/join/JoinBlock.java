// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.onrecord.engine.row.Meter;
import org.onrecord.engine.row.Step;

/** Everything that joins in one group of a query. Its parts run in the order that {@link JoinOrder} chooses. Immutable. */
public final class JoinBlock implements JoinPart {
    private final Meter meter;
    private final List<JoinPart> parts;
    private final Variables variables;
    private final Map<BitSet, JoinOrder> orders = new HashMap<>();

    private JoinBlock(Meter meter, List<JoinPart> parts, Variables variables) {
        this.meter = meter;
        this.parts = List.copyOf(parts);
        this.variables = variables;
    }

    /**
     * The block without parts, which has one solution.
     *
     * @param meter counts the steps of ordering its parts
     */
    public static JoinBlock empty(Meter meter) {
        return new JoinBlock(meter, List.of(), Variables.bound(new BitSet()));
    }

    /** This block and a part that comes after it in the query. */
    public JoinBlock with(JoinPart part) {
        BitSet late = part.kind() == Kind.JOIN
                ? new BitSet()
                : Variables.without(part.variables().reads(), variables.certain());
        Variables both = variables.and(part.variables());
        List<JoinPart> all = new ArrayList<>(parts);
        all.add(part);
        meter.step();
        return new JoinBlock(
                meter,
                all,
                new Variables(
                        both.binds(),
                        both.certain(),
                        both.reads(),
                        both.needs(),
                        Variables.union(both.unsafe(), late)));
    }

    /**
     * Joins two blocks. Parts of both may run in any order, unless one binds what is unsafe in the other.
     *
     * @param table evaluates the right side alone
     */
    public static JoinBlock join(JoinBlock left, JoinBlock right, Function<JoinBlock, JoinPart> table) {
        boolean leftFirst = left.variables.unsafe().intersects(right.variables.binds());
        boolean rightFirst = right.variables.unsafe().intersects(left.variables.binds());
        if (leftFirst && rightFirst) {
            return empty(left.meter).with(left).with(table.apply(right));
        }
        List<JoinPart> all = new ArrayList<>(leftFirst ? List.of(left) : left.parts);
        all.addAll(rightFirst ? List.of(right) : right.parts);
        return new JoinBlock(left.meter, all, left.variables.and(right.variables));
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        return order(bound).rows();
    }

    @Override
    public double cost(BitSet bound) {
        return order(bound).cost();
    }

    @Override
    public Step step(BitSet bound) {
        return order(bound).step(bound);
    }

    @Override
    public double values(int place) {
        return parts.stream()
                .filter(part -> part.variables().certain().get(place))
                .mapToDouble(part -> part.values(place))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private JoinOrder order(BitSet bound) {
        return orders.computeIfAbsent(
                Variables.common(variables.all(), bound), mine -> JoinOrder.of(parts, mine, meter));
    }
}
