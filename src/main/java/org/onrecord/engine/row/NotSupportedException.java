// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

/** A query that is left to Jena's engine. */
public final class NotSupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the feature that is not supported */
    public NotSupportedException(String what) {
        super(what);
    }
}
