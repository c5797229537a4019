// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import java.util.List;

/** A representation that has names of its own, for {@code ?format=} and as the ending of an address. */
public interface Form extends Offer {
    /** Its names, the ending first, in lower case. */
    List<String> names();

    /** The value of {@code Content-Type}: texts with their character set. */
    default String contentType() {
        return mediaType().startsWith("text/") ? mediaType() + ";charset=utf-8" : mediaType();
    }

    @Override
    default double preference() {
        return 1;
    }
}
