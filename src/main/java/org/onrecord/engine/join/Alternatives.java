// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import java.util.List;
import org.onrecord.engine.row.Step;

/** UNION: the solutions of each branch (SPARQL 1.1, section 18.5). */
public final class Alternatives implements JoinPart {
    private final List<JoinBlock> branches;
    private final Variables variables;

    /** @param branches at least one */
    public Alternatives(List<JoinBlock> branches) {
        this.branches = List.copyOf(branches);
        this.variables = branches.stream()
                .map(JoinBlock::variables)
                .reduce(Alternatives::either)
                .orElseThrow();
    }

    /** All variables of two branches; certain are those that are certain in both. */
    private static Variables either(Variables one, Variables other) {
        Variables both = one.and(other);
        return new Variables(
                both.binds(),
                Variables.common(one.certain(), other.certain()),
                both.reads(),
                both.needs(),
                both.unsafe());
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        return branches.stream().mapToDouble(branch -> branch.rows(bound)).sum();
    }

    @Override
    public double cost(BitSet bound) {
        return branches.stream().mapToDouble(branch -> branch.cost(bound)).sum();
    }

    @Override
    public Step step(BitSet bound) {
        return new Branches(branches.stream().map(branch -> branch.step(bound)).toArray(Step[]::new));
    }

    private static final class Branches implements Step {
        private final Step[] branches;
        private int at;

        Branches(Step[] branches) {
            this.branches = branches;
        }

        @Override
        public void open() {
            at = 0;
            branches[0].open();
        }

        @Override
        public boolean next() {
            while (at < branches.length) {
                if (branches[at].next()) {
                    return true;
                }
                if (++at < branches.length) {
                    branches[at].open();
                }
            }
            return false;
        }
    }
}
