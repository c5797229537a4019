// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import org.onrecord.engine.row.Step;

/** A part of a {@link JoinBlock}. */
public interface JoinPart {
    /** When a part may run. */
    enum Kind {
        /** When what it needs is bound: it joins. */
        JOIN,
        /** When nothing that comes before it in the query can bind more of the variables that it reads. */
        TEST,
        /** Likewise, and as late as possible, because it adds rows and removes none. */
        OPTIONAL
    }

    /** When it may run. */
    default Kind kind() {
        return Kind.JOIN;
    }

    /** Its variables. */
    Variables variables();

    /** Estimates the solutions for a row in which some variables are bound. */
    double rows(BitSet bound);

    /**
     * Estimates the solutions for a row.
     *
     * @param values estimates the different values of a bound variable
     */
    default double rows(BitSet bound, IntToDoubleFunction values) {
        return rows(bound);
    }

    /** Estimates the different values of a variable that it binds; frequent values count more. */
    default double values(int place) {
        return rows(new BitSet());
    }

    /** Estimates the steps for a row in which some variables are bound. */
    default double cost(BitSet bound) {
        return 1 + rows(bound);
    }

    /** Creates the step, given the variables that are probably bound before it. */
    Step step(BitSet bound);
}
