// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Spot;
import org.onrecord.vocabulary.Rec;

/** The pages of the sample, followed from link to link. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");
    private static final Pattern CODE_POINTS = Pattern.compile(">([0-9,]+) characters?<");
    private static final Pattern NUMBER = Pattern.compile(
            "<a [^>]*href=\"(/statements[?](?![^\"]*page=)[^\"]*)\"[^>]*>([0-9]+)(?: statements?(?: as a table.*?)?)?</a>");
    private static final Pattern CLASS = Pattern.compile(" class=\"([^\"]+)\"");
    private static final int LAST = 2;
    private static final Pattern HEADING = Pattern.compile("<h([1-6])[ >]");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Preview PREVIEW = new Preview(SampleHome.release());
    private static final Map<String, String> PAGES = new LinkedHashMap<>();
    private static final Set<String> MISSING = new TreeSet<>();

    /** Renders what can be reached from the first page, tables with filters only where another page links them. */
    @BeforeAll
    static void walk() {
        List<String> waiting = new ArrayList<>(List.of("/"));
        while (!waiting.isEmpty()) {
            String address = waiting.remove(waiting.size() - 1);
            Optional<String> page = PREVIEW.page(address);
            if (page.isEmpty()) {
                MISSING.add(address);
                continue;
            }
            PAGES.put(address, page.get());
            links(page.get()).stream()
                    .filter(link -> !address.startsWith("/statements") || link.startsWith("/doc/"))
                    .filter(link -> !PAGES.containsKey(link) && !MISSING.contains(link) && !waiting.contains(link))
                    .forEach(waiting::add);
        }
    }

    /** The addresses of pages in a page: without fragments, data, exports and static files. */
    private static Set<String> links(String html) {
        Set<String> found = new LinkedHashSet<>();
        LINK.matcher(html)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&").split("#")[0])
                .forEach(found::add);
        found.removeIf(
                link -> link.matches(
                        "/static/.*|/dataset|/dumps/|.*\\.(ttl|jsonld|nt|rdf|rq|csv|tsv|json|xml|atom|geojson)(\\?.*)?|.*[?&]format=.*"));
        return found;
    }

    @Test
    void saysThatTheFilesOfTheDatasetAreBeingWritten() {
        Pages pages = new Pages(SampleHome.release(), SampleHome.catalogue(), Site.PLAIN);
        assertThat(pages.dataset("/dataset", 5, List.of(), ""))
                .contains("are being written")
                .doesNotContain("SHA256SUMS</a>");
    }

    @Test
    void leadsToEveryThingAndNowhereElse() {
        assertThat(MISSING).isEmpty();
        assertThat(PAGES.keySet())
                .contains("/doc/statement/w-12", "/doc/claim/border-guards-leave", "/ontology", "/map");
        assertThat(PAGES).hasSizeGreaterThan(400);
    }

    @Test
    void isWellFormedThroughout() {
        assertThat(PAGES)
                .allSatisfy((address, html) ->
                        assertThat(PageMarkup.faults(html)).as(address).isEmpty());
    }

    @Test
    void hasOneTitleOneHeadingALanguageAndASkipLinkOnEveryPage() {
        assertThat(PAGES).allSatisfy((address, html) -> {
            assertThat(html)
                    .as(address)
                    .startsWith("<!DOCTYPE html>")
                    .contains("<html lang=\"en\">", "class=\"skip\" href=\"#main\"", "<main id=\"main\"");
            assertThat(html.split("<h1", -1)).as("headings of " + address).hasSize(2);
            assertThat(html).as(address).containsPattern("<title>[^<]+ · Velmora on record</title>");
        });
    }

    @Test
    void givesNoTwoThingsOneAnchor() {
        assertThat(PAGES)
                .allSatisfy((address, html) -> assertThat(ID.matcher(html)
                                .results()
                                .map(match -> match.group(1))
                                .toList())
                        .as(address)
                        .doesNotHaveDuplicates());
    }

    @Test
    void saysOnEveryPageWhichReleaseItShowsAndHowToCiteIt() {
        assertThat(PAGES)
                .allSatisfy((address, html) -> assertThat(html)
                        .as(address)
                        .contains("It shows release", "Report an error in it", "class=\"citation\""));
    }

    @Test
    void hasNoStyleOrScriptInItsMarkup() {
        assertThat(PAGES)
                .allSatisfy((address, html) -> assertThat(html)
                        .as(address)
                        .doesNotContainPattern("<[^>]* (style|on[a-z]+)=\"")
                        .doesNotContain("<script>"));
    }

    @Test
    void neverHidesThroughWhomAStatementIsKnown() {
        assertThat(page("/doc/statement/v-11")).containsPattern("through <a href=\"/doc/person/ana-velin\"");
        assertThat(page("/timeline")).contains("Lena Maren (through Ana Velin)");
    }

    @Test
    void narrowsTheTableAndCountsWhatEachFilterLeaves() {
        String all = page("/statements");
        MatchResult count = Pattern.compile(
                        "href=\"(/statements\\?speaker=person/joren-hask)\"[^>]*>Joren Hask</a> <span class=\"note\">([0-9]+)<")
                .matcher(all)
                .results()
                .findFirst()
                .orElseThrow();
        assertThat(page(count.group(1))).contains("<strong>" + count.group(2) + " statements</strong>");
    }

    @Test
    void countsEachCodePointOfAnArticleForOneVoice() {
        GraphReader reading = new GraphReader(SampleHome.release().everything());
        for (Node article : reading.instances(Rec.ARTICLE)) {
            BitSet voiced = new BitSet();
            reading.subjects(Rec.REPORTED_IN, article).stream()
                    .filter(statement ->
                            !reading.text(statement, Rec.DEPTH).orElse("0").matches("[2-9]"))
                    .flatMap(statement -> reading.objects(statement, Rec.EVIDENCE).stream())
                    .map(span -> Spot.of(reading, span))
                    .forEach(spot -> voiced.set(spot.start(), spot.end()));
            String page = page("/doc/" + reading.ref(article).shortIri());
            assertThat(CODE_POINTS
                            .matcher(page)
                            .results()
                            .mapToInt(match -> Integer.parseInt(match.group(1).replace(",", "")))
                            .sum())
                    .as(article.getURI())
                    .isEqualTo(voiced.cardinality());
        }
    }

    @Test
    void leadsFromEachNumberOfStatementsToAsMany() {
        Set<String> wrong = new TreeSet<>();
        PAGES.forEach((address, html) -> NUMBER.matcher(html).results().forEach(link -> {
            String table = page(link.group(1).replace("&amp;", "&"));
            // The network counts reports of one act once; the table shows each.
            boolean right = address.equals("/network")
                    ? shown(table) >= Integer.parseInt(link.group(2))
                    : table.contains("<strong>" + link.group(2).replaceAll("^0$", "no") + " statement");
            if (!right) {
                wrong.add(address + ": " + link.group());
            }
        }));
        assertThat(wrong).isEmpty();
    }

    private static int shown(String table) {
        return Pattern.compile("<strong>([0-9]+) statement")
                .matcher(table)
                .results()
                .mapToInt(count -> Integer.parseInt(count.group(1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void namesOnlyClassesThatTheStyleKnows() throws IOException {
        String style = Files.readString(Path.of("src/main/resources/static/onrecord.css"));
        Set<String> known = Pattern.compile("[.]([a-z][\\w-]*)")
                .matcher(style)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        PAGES.values()
                .forEach(html -> CLASS.matcher(html)
                        .results()
                        .flatMap(match -> Stream.of(match.group(1).split(" ")))
                        .filter(name -> !known.contains(name) && !name.startsWith("depth-"))
                        .forEach(unknown::add));
        assertThat(unknown).isEmpty();
    }

    @Test
    void cutsAPageBeyondTheLastToTheLast() {
        assertThat(page("/statements?page=999")).isEqualTo(page("/statements?page=" + LAST));
        assertThat(page("/statements?page=" + LAST))
                .contains(
                        "page " + LAST + " of " + LAST,
                        "aria-current=\"page\">" + LAST + "<",
                        "<td class=\"content\">");
    }

    @Test
    void skipsNoLevelOfHeadings() {
        Set<String> wrong = new TreeSet<>();
        PAGES.forEach((address, html) -> {
            int level = 0;
            for (MatchResult heading : HEADING.matcher(html).results().toList()) {
                int next = Integer.parseInt(heading.group(1));
                if (next > level + 1) {
                    wrong.add(address + ": h" + level + " to h" + next);
                }
                level = next;
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void leadsToTheWordsOnThePublishersPage() {
        assertThat(page("/doc/statement/v-13"))
                .contains("velmora-offers-to-reopen-maren-bridge#:~:text=as%20much%20a%20part%20of%20%5BVelmora%5D");
    }

    @Test
    void asksQuestionsAndShowsWhatIsWrongWithTheirValues() {
        assertThat(page("/queries/who-stated-what?about=corridor/maren-rail-link"))
                .contains("2 rows");
        assertThat(page("/queries/who-stated-what?about=Maren+rail+lnk"))
                .contains("role=\"alert\"")
                .contains("corridor/maren-rail-link");
    }

    @Test
    void namesLongitudesWestOfGreenwich() {
        assertThat(page("/map")).contains("30° W", "46° N").doesNotContain("° E");
    }

    @Test
    void findsNamesInOtherScripts() {
        assertThat(page("/search?q=Калден")).contains("href=\"/doc/settlement/kalden\"");
    }

    @Test
    void keepsTheOrderOfItsParametersInThePermalink() {
        Filter filter = new Filter(Map.of("about", List.of("region/hesta"), "page", List.of("2")));
        assertThat(filter.with("speaker", "person/joren-hask").href())
                .isEqualTo("/statements?speaker=person/joren-hask&about=region/hesta");
    }

    private static String page(String address) {
        return PREVIEW.page(address).orElseThrow();
    }

    @Test
    void holdsAnAnchorForEveryPartOfAnArticle() {
        String part = SampleHome.THINGS + "article/v#";
        Set<String> parts = new TreeSet<>();
        SampleHome.release().everything().stream()
                .map(triple -> triple.getSubject().toString())
                .filter(subject -> subject.startsWith(part))
                .forEach(subject -> parts.add(" id=\"" + subject.substring(part.length()) + "\""));
        assertThat(parts).hasSizeGreaterThan(100);
        assertThat(page("/doc/article/v")).contains(parts);
    }
}
