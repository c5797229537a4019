// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses as tests write them. */
public final class Url {
    private Url() {}

    /** A text as a parameter's value, in an address or in a form. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
