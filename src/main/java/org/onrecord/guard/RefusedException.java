// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import org.apache.jena.query.QueryCancelledException;

/** Thrown when a query exceeds a limit. Extends {@link QueryCancelledException}, which the engine does not swallow. */
public final class RefusedException extends QueryCancelledException {
    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        this.refusal = refusal;
    }

    /** The reason. */
    public Refusal refusal() {
        return refusal;
    }

    @Override
    public String getMessage() {
        return refusal.detail();
    }

    /** No stack trace: thrown often, and not an error of the program. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
