// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
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
import org.onrecord.guard.PercentSigns;

/**
 * An aggregate that charges a budget for each group, for each row that it has to remember (DISTINCT), and for each text
 * that it appends (GROUP_CONCAT).
 *
 * @param inner the aggregate of the query
 * @param distinct whether it remembers what it saw
 * @param budget what is charged
 */
record GuardedAggregator(Aggregator inner, boolean distinct, Budget budget) implements Aggregator {
    static GuardedAggregator of(Aggregator inner, Budget budget) {
        return new GuardedAggregator(inner, inner.toPrefixString().contains("distinct"), budget);
    }

    @Override
    public Accumulator createAccumulator() {
        budget.keepRow(1);
        return new Charged(shown().createAccumulator(), this);
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
        return new GuardedAggregator(inner.copy(expressions), distinct, budget);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new GuardedAggregator(inner.copyTransform(transform), distinct, budget);
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof GuardedAggregator guarded && inner.equals(guarded.inner(), bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return inner.asSparqlExpr(context);
    }

    /** The aggregate with the percent signs that its query had in a separator. */
    private Aggregator shown() {
        if (inner instanceof AggGroupConcat concat && concat.getSeparator() != null) {
            return new AggGroupConcat(concat.getExprList().get(0), PercentSigns.show(concat.getSeparator()));
        }
        if (inner instanceof AggGroupConcatDistinct concat && concat.getSeparator() != null) {
            return new AggGroupConcatDistinct(concat.getExprList().get(0), PercentSigns.show(concat.getSeparator()));
        }
        return inner;
    }

    private void charge(Binding row, FunctionEnv environment) {
        budget.step();
        if (inner instanceof AggGroupConcat concat) {
            budget.append(length(row, environment) + separator(concat.getSeparator()));
        } else if (distinct) {
            budget.keepRow(1);
            budget.append(length(row, environment));
            if (inner instanceof AggGroupConcatDistinct concat) {
                budget.append(separator(concat.getSeparator()));
            }
        }
    }

    /** Small pieces add up in one text, so that none may be free. */
    private long length(Binding row, FunctionEnv environment) {
        ExprList expressions = inner.getExprList();
        if (expressions == null) {
            return 0;
        }
        long length = 0;
        for (Expr expression : expressions) {
            NodeValue value = ExprLib.evalOrNull(expression, row, environment);
            length += value == null ? 0 : value.asString().length();
        }
        return length;
    }

    private static int separator(String text) {
        return text == null ? 1 : text.length();
    }

    /** An accumulator that charges before it takes a row. */
    private record Charged(Accumulator inner, GuardedAggregator aggregator) implements Accumulator {
        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            aggregator.charge(row, environment);
            inner.accumulate(row, environment);
        }

        @Override
        public NodeValue getValue() {
            return inner.getValue();
        }
    }
}
