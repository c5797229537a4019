// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import java.util.regex.Pattern;

/** Characters of XML 1.0. */
public final class XmlText {
    /** A control character or noncharacter that XML cannot express. */
    public static final Pattern INVALID = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private XmlText() {}
}
