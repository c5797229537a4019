// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads HTML as strictly as XML, but for elements that have no end. */
final class PageMarkup {
    private static final Pattern TAG = Pattern.compile(
            "<(/?)([a-zA-Z0-9]+)((?:\\s+[a-zA-Z0-9:-]+(?:=\"[^\"<]*\")?)*)\\s*(/?)>|<[^!]|&(?!#?[a-zA-Z0-9]+;)");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br");

    private PageMarkup() {}

    /** What is wrong with a document, each with the text around it. */
    static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String around = html.substring(Math.max(0, tag.start() - 40), Math.min(html.length(), tag.end() + 40));
            if (tag.group(2) == null) {
                faults.add("a bare '" + tag.group() + "' in: " + around);
            } else if (!tag.group(1).isEmpty()) {
                if (open.isEmpty() || !open.pop().equals(tag.group(2))) {
                    faults.add("an end without a start: " + around);
                }
            } else if (!VOID.contains(tag.group(2))) {
                open.push(tag.group(2));
            }
        }
        open.forEach(name -> faults.add("never closed: " + name));
        return faults;
    }
}
