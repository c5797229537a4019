// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import org.onrecord.engine.row.Once;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;

/** FILTER EXISTS and FILTER NOT EXISTS: whether a block has a solution with the current row. */
public final class Existence implements JoinPart {
    private final Variables variables;
    private final Scope scope;
    private final JoinBlock block;
    private final boolean wanted;

    /**
     * Creates a test.
     *
     * @param wanted whether a solution is wanted, or none
     */
    public Existence(Scope scope, JoinBlock block, boolean wanted) {
        this.variables = Variables.read(block.variables().all());
        this.scope = scope;
        this.block = block;
        this.wanted = wanted;
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
    public double cost(BitSet bound) {
        return 1 + block.cost(bound) / 2;
    }

    @Override
    public Step step(BitSet bound) {
        Step inner = block.step(bound);
        int[] row = scope.row();
        int[] saved = new int[row.length];
        return new Once(() -> {
            System.arraycopy(row, 0, saved, 0, row.length);
            inner.open();
            boolean found = inner.next();
            System.arraycopy(saved, 0, row, 0, row.length);
            return found == wanted;
        });
    }
}
