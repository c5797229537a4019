// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

/** A request cannot be answered, for a reason that the client is told. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** The reason. */
    public Problem problem() {
        return problem;
    }
}
