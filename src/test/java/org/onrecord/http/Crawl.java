// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static java.util.stream.Collectors.joining;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.SampleHome;
import org.onrecord.site.data.Origin;
import org.onrecord.vocabulary.Namespace;

/** Reads the site of the sample once, from link to link of its pages, and all that no page leads to. */
final class Crawl {
    /** It stops after so many addresses. */
    static final int MOST = 2_500;

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile("id=\"([^\"]+)\"");
    private static final Pattern IRI = Pattern.compile("(?:" + Pattern.quote(Namespace.BASE) + "|"
            + Pattern.quote(SampleHome.BASE) + ")[^\\s\"'<>\\\\(){}\\[\\]|^`,;&]*");
    private static final Pattern DATA = Pattern.compile("\\.[a-z]+$");
    private static final List<String> START = List.of(
            "/",
            "/sitemap.xml",
            "/feed.atom",
            "/openapi.json",
            "/robots.txt",
            "/.well-known/void",
            "/.well-known/security.txt",
            "/context.jsonld",
            "/dataset.ttl",
            "/dataset.jsonld",
            "/dataset.nt",
            "/dataset.rdf",
            "/changes");

    /** Filters make endless tables: of each set of one or two parameters a few are enough. */
    private static final int OF_EACH_KIND = 3;

    /** Every thing has every form: some of each are enough. */
    private static final int OF_EACH_FORM = 25;

    private static final String PUBLIC = "https://public.example";
    private static final Pattern IN_HEADER = Pattern.compile("(?:^|<)(/[^>]*)");

    private static final class Once {
        static final Crawl CRAWL = new Crawl(RunningSite.get(), "");
    }

    private final RunningSite site;
    private final String root;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final Map<String, String> wanted = new TreeMap<>();
    private final Map<String, String> iris = new TreeMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();

    private Crawl(RunningSite site, String root) {
        this.site = site;
        this.root = root;
        START.forEach(path -> seen.add(root + path));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            HttpResponse<String> answer = visit(path, "text/html,*/*;q=0.5");
            if (RunningSite.type(answer).equals("text/html")) {
                links(path, answer.body()).stream()
                        .filter(link -> isBelow(path, link))
                        .filter(link -> seen.size() < MOST && isNew(link))
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        visit(root + "/sparql", "text/turtle");
        visit(root + "/dumps/", "application/json");
        visit(root + "/changes", "application/json");
    }

    static Crawl once() {
        return Once.CRAWL;
    }

    /** Reads the site as a proxy shows it below a path. */
    static Crawl below(String root) {
        return new Crawl(RunningSite.get().at(Origin.of(PUBLIC + root)), root);
    }

    /** Whether an address is one of the site; another one is broken. */
    private boolean isBelow(String page, String address) {
        boolean below = address.startsWith(root + "/") || !address.isEmpty() && address.equals(root);
        if (!below) {
            broken.add(page + " leads out of the site, to " + address);
        }
        return below;
    }

    private void checkAddresses(String path, HttpResponse<String> answer) {
        for (String header : List.of("Location", "Content-Location", "Link")) {
            IN_HEADER
                    .matcher(RunningSite.header(answer, header))
                    .results()
                    .forEach(address -> isBelow(path + ", " + header + ":", address.group(1)));
        }
        Pattern.compile(PUBLIC + "([^\\s\"'<>]*)")
                .matcher(answer.body())
                .results()
                .forEach(address -> isBelow(path, address.group(1)));
    }

    /** All addresses, in the order in which they were found. */
    Set<String> seen() {
        return seen;
    }

    /** The addresses behind which there was nothing, with the status. */
    Set<String> broken() {
        return broken;
    }

    /** IRIs below the bases of the home and of the program, as pages and data hold them, to where the first stands. */
    Map<String, String> iris() {
        return iris;
    }

    /** Links to a part of a page that the page does not have. */
    Set<String> missingAnchors() {
        Set<String> missing = new LinkedHashSet<>();
        wanted.forEach((address, page) -> {
            String path = address.substring(0, address.indexOf('#'));
            String anchor = address.substring(address.indexOf('#') + 1);
            if (anchors.containsKey(path)
                    && !anchors.getOrDefault(path, Set.of()).contains(anchor)) {
                missing.add(page + " -> " + address);
            }
        });
        return missing;
    }

    private HttpResponse<String> visit(String path, String accept) {
        HttpResponse<String> answer = site.read(path.substring(root.length()), "Accept", accept);
        if (answer.statusCode() != 200 && answer.statusCode() != 303) {
            broken.add(answer.statusCode() + " " + path);
        }
        checkAddresses(path, answer);
        if (!RunningSite.type(answer).equals("application/gzip")) {
            IRI.matcher(answer.body()).results().forEach(iri -> iris.putIfAbsent(iri.group(), path));
        }
        return answer;
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
}
