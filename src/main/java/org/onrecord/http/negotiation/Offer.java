// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

/** A representation that the server could send. */
public interface Offer {
    /** Its media type, in lower case, without parameters. */
    String mediaType();

    /** How much the server likes it, from 0 to 1; multiplied with the client's weight. */
    double preference();
}
