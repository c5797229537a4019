// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

/** A part of a shape whose lookups are not known, so that every change may concern it. */
final class UntracedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UntracedException(String part) {
        super(part);
    }
}
