// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

/** A term that a format cannot hold. */
public final class UnwritableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Creates an exception.
     *
     * @param reason the term, and what the format does not allow
     */
    UnwritableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The term, and what the format does not allow. */
    public String reason() {
        return reason;
    }
}
