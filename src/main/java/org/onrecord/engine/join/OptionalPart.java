// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import org.onrecord.engine.row.Step;

/** OPTIONAL: the solutions of a block with the current row, or the row if there are none. */
public final class OptionalPart implements JoinPart {
    private final Variables variables;
    private final JoinBlock block;

    /** @param block the optional patterns with the filters of their group */
    public OptionalPart(JoinBlock block) {
        BitSet binds = block.variables().binds();
        this.variables = new Variables(binds, new BitSet(), block.variables().all(), new BitSet(), new BitSet());
        this.block = block;
    }

    @Override
    public Kind kind() {
        return Kind.OPTIONAL;
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        return Math.max(1, block.rows(bound));
    }

    @Override
    public double cost(BitSet bound) {
        return 1 + block.cost(bound);
    }

    @Override
    public Step step(BitSet bound) {
        return new Attempt(block.step(bound));
    }

    private static final class Attempt implements Step {
        private final Step inner;
        private boolean matched;

        Attempt(Step inner) {
            this.inner = inner;
        }

        @Override
        public void open() {
            matched = false;
            inner.open();
        }

        @Override
        public boolean next() {
            if (inner.next()) {
                matched = true;
                return true;
            }
            boolean unmatched = !matched;
            matched = true;
            return unmatched;
        }
    }
}
