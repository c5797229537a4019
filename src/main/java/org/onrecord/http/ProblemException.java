// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

/** A request is answered with an error. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /** The error. */
    public Problem problem() {
        return problem;
    }
}
