// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import org.onrecord.engine.row.Expression;
import org.onrecord.engine.row.Once;
import org.onrecord.engine.row.Step;

/** FILTER with an expression. */
public final class Condition implements JoinPart {
    private final Variables variables;
    private final Expression expression;

    public Condition(Expression expression) {
        this.variables = Variables.read(expression.reads());
        this.expression = expression;
    }

    @Override
    public Kind kind() {
        return Kind.TEST;
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        return 1;
    }

    @Override
    public Step step(BitSet bound) {
        return new Once(expression::test);
    }
}
