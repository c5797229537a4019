// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Follows every link of every page, from the first on. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile("id=\"([^\"]+)\"");

    /** An article has more parts than its page shows; a link to one further down leads to the page. */
    private static final String ARTICLES = "/doc/article/";

    private static final Pattern DATA = Pattern.compile("\\.[a-z]+$");

    /** Filters make endless tables: of each set of one or two parameters a few are enough. */
    private static final int OF_EACH_KIND = 3;

    /** Every thing has every form: some of each are enough. */
    private static final int OF_EACH_FORM = 25;

    private static final int MOST = 2_000;

    private final RunningSite site = RunningSite.get();
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final Map<String, String> wanted = new TreeMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();

    @Test
    void findsSomethingBehindEveryLink() {
        Set<String> broken = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of("/"));
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            HttpResponse<String> answer = site.read(path, "Accept", "text/html,*/*;q=0.5");
            if (answer.statusCode() != 200 && answer.statusCode() != 303) {
                broken.add(answer.statusCode() + " " + path);
            }
            if (RunningSite.type(answer).equals("text/html")) {
                links(path, answer.body()).stream()
                        .filter(link -> seen.size() < MOST && isNew(link))
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        assertThat(broken).isEmpty();
        assertThat(seen).hasSizeGreaterThan(300).hasSizeLessThan(MOST);
        assertThat(missingAnchors()).isEmpty();
    }

    private Set<String> links(String page, String html) {
        Set<String> found = new LinkedHashSet<>();
        Matcher anchor = ANCHOR.matcher(html);
        while (anchor.find()) {
            anchors.computeIfAbsent(page, key -> new LinkedHashSet<>()).add(anchor.group(1));
        }
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&").replace("&#34;", "\"");
            int hash = address.indexOf('#');
            if (hash >= 0) {
                wanted.put(address, page);
            }
            found.add(hash < 0 ? address : address.substring(0, hash));
        }
        return found;
    }

    private boolean isNew(String link) {
        int question = link.indexOf('?');
        if (question < 0) {
            Matcher data = DATA.matcher(link);
            return !data.find() || kinds.merge(data.group(), 1, Integer::sum) <= OF_EACH_FORM;
        }
        String kind = link.replaceAll("=[^&]*", "")
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .collect(joining());
        boolean deep = link.chars().filter(c -> c == '=').count() > 2;
        return !deep && kinds.merge(kind, 1, Integer::sum) <= OF_EACH_KIND;
    }

    private Set<String> missingAnchors() {
        Set<String> missing = new LinkedHashSet<>();
        wanted.forEach((address, page) -> {
            String path = address.substring(0, address.indexOf('#'));
            String anchor = address.substring(address.indexOf('#') + 1);
            if (!path.startsWith(ARTICLES)
                    && anchors.containsKey(path)
                    && !anchors.getOrDefault(path, Set.of()).contains(anchor)) {
                missing.add(page + " -> " + address);
            }
        });
        return missing;
    }
}
