// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import org.apache.jena.query.QueryCancelledException;

/** A query must end here and now. A cancellation to the engine, which lets it pass where it would swallow others. */
public final class RefusedException extends QueryCancelledException {
    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    @Override
    public String getMessage() {
        return refusal.detail();
    }

    /** Without a trace: thrown often, and never a mistake of ours. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
