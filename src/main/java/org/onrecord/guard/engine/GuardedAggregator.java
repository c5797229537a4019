// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.onrecord.guard.Budget;
import org.onrecord.guard.engine.GuardedExpression.Use;

/**
 * An aggregate that charges each group, and each row that it may store. Its expressions are {@link GuardedExpression}s.
 *
 * @param inner the aggregate of the query, over guarded expressions
 * @param bytesPerRow bytes charged per row in addition to its value
 * @param budget the budget of the query
 */
record GuardedAggregator(Aggregator inner, long bytesPerRow, Budget budget) implements Aggregator {
    private static final long DISTINCT_ROW_BYTES = 96;

    static GuardedAggregator of(Aggregator inner, Budget budget) {
        ExprList expressions = inner.getExprList();
        if (expressions == null) {
            return new GuardedAggregator(inner, bytesPerRow(inner), budget);
        }
        Use use = inner instanceof AggGroupConcat || inner instanceof AggGroupConcatDistinct ? Use.COPIED : Use.BOUND;
        ExprList guarded = new ExprList();
        expressions.forEach(each -> guarded.add(new GuardedExpression(each, use, budget)));
        return new GuardedAggregator(inner.copy(guarded), bytesPerRow(inner), budget);
    }

    private static long bytesPerRow(Aggregator inner) {
        long distinct = inner.key().contains("distinct") ? DISTINCT_ROW_BYTES : 0;
        return distinct + 2L * separator(inner).length();
    }

    private static String separator(Aggregator inner) {
        if (inner instanceof AggGroupConcat concat) {
            return Objects.requireNonNullElse(concat.getSeparator(), " ");
        }
        return inner instanceof AggGroupConcatDistinct concat
                ? Objects.requireNonNullElse(concat.getSeparator(), " ")
                : "";
    }

    @Override
    public Accumulator createAccumulator() {
        budget.chargeRow(1);
        return new Charged(inner.createAccumulator(), this);
    }

    @Override
    public Node getValueEmpty() {
        return inner.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return inner.toPrefixString();
    }

    @Override
    public String key() {
        return inner.key();
    }

    @Override
    public String getName() {
        return inner.getName();
    }

    @Override
    public ExprList getExprList() {
        return inner.getExprList();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new GuardedAggregator(inner.copy(expressions), bytesPerRow, budget);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new GuardedAggregator(inner.copyTransform(transform), bytesPerRow, budget);
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof GuardedAggregator guarded && inner.equals(guarded.inner(), bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return inner.asSparqlExpr(context);
    }

    /** What an aggregate of different rows keeps of one: all its cells. */
    private long bytesOf(Binding row) {
        return bytesPerRow >= DISTINCT_ROW_BYTES && getExprList() == null ? (long) Budget.CELL_BYTES * row.size() : 0;
    }

    /** An accumulator that charges each row before accumulating it. */
    private record Charged(Accumulator inner, GuardedAggregator aggregator) implements Accumulator {
        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            aggregator.budget().step();
            aggregator.budget().chargeMemory(aggregator.bytesPerRow() + aggregator.bytesOf(row));
            inner.accumulate(row, environment);
        }

        @Override
        public NodeValue getValue() {
            return inner.getValue();
        }
    }
}
