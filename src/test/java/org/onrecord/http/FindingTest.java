// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a first try at the sample's pages finds: search, names that mean several things, filters. */
class FindingTest {
    private static final RunningSite SITE = RunningSite.get();

    private static String page(String path) {
        HttpResponse<String> reply = SITE.read(path, "Accept", "text/html");
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }

    private static long rows(String path) {
        return SITE.read(path, "Accept", "text/csv").body().lines().count() - 1;
    }

    @Test
    void searchShowsStatementsFirstAndWhoHoldsAClaim() {
        String found = page("/search?q=smugglers+2029");

        assertThat(found.indexOf("id=\"h-statement\"")).isPositive().isLessThan(found.indexOf("id=\"h-claim\""));
        assertThat(found).containsPattern("class=\"stance\">denied by</span> <span><a [^>]*>Joren Hask</a>");
    }

    @ParameterizedTest
    @CsvSource({"denied, w-08", "repairing, x-", "urging, v-14"})
    void searchFindsWordsOfTheSameFamilyAndSpeechActs(String word, String statement) {
        assertThat(page("/search?q=" + word)).contains("/doc/statement/" + statement);
    }

    @Test
    void searchShowsOneKindWhole() {
        String actors = page("/search?q=Velmora&kind=actor");

        assertThat(actors).contains("id=\"h-actor\"").doesNotContain("id=\"h-statement\"");
        assertThat(SITE.read("/search?q=Velmora&kind=nothing").statusCode()).isEqualTo(400);
    }

    @Test
    void searchClaimsNoMoreThanItKnows() {
        assertThat(page("/search?q=xylophone"))
                .contains("Nothing was found for")
                .doesNotContain("no statement has these words");
    }

    @Test
    void aCapitalAsSpeakerIsReadAsItsState() {
        assertThat(page("/statements?speaker=Ostrel"))
                .contains("\u201cOstrel\u201d is read as Velmora.")
                .contains("Statements: Velmora")
                .containsPattern("/statements[?]speaker=state/velmora&amp;speaker=[^>]*>"
                        + "[0-9]+ statements by Velmora and those who speak for it</a>");
    }

    @Test
    void aCapitalAsSubjectIsThePlaceAndNamesTheState() {
        assertThat(page("/statements?about=Ostrel"))
                .containsPattern("Perhaps you mean:\\s*<a href=\"/statements\\?about=state/velmora\">Velmora</a>");
    }

    @Test
    void aPlaceThatDoesNotSpeakIsSaidToBeOne() {
        HttpResponse<String> reply = SITE.read("/statements?speaker=Sandrel");

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("'Sandrel' is the name of settlement/sandrel", "/doc/settlement/sandrel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?known=own",
                "?known=quoted",
                "?known=reported",
                "?known=direct",
                "?known=perhaps",
                "?about=state/velmora&alsoAbout=state/tarsia",
                "?topic=topic/bridges&speaker=person/joren-hask",
                "?speaker=person/joren-hask&notAbout=state/tarsia",
                "?about=state/velmora&notSpeaker=state/velmora"
            })
    void theTableShowsTheRowsOfItsExport(String filter) {
        String total = Pattern.compile("<strong>([0-9]+|no) statements?")
                .matcher(page("/statements" + filter))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(rows("/statements.csv" + filter)).isEqualTo(total.equals("no") ? 0 : Long.parseLong(total));
    }

    @ParameterizedTest
    @CsvSource({
        "Who+disagrees+with+whom, opposite-positions",
        "contradictions, opposite-positions",
        "claims+with+opposite+positions, opposite-positions",
        "claims+presupposed+and+never+asserted, presupposed-never-asserted",
        "Which+claims+have+opposite+positions%2C+and+between+whom%3F, opposite-positions",
        "who+affirms+or+denies+a+claim, 'claims\">'",
        "things+without+a+wikidata+identifier, entities-without-identifier",
        "which+statements+are+unresolved, open-questions",
        "statements+no+source+supports, unsupported-narration",
        "claims+taken+for+granted, presupposed-never-asserted",
        "what+does+the+Sandrel+accord+say, provisions-of-an-agreement?agreement=agreement/sandrel-accord",
        "statements+near+Kalden, statements-near-a-place?place=settlement/kalden",
        "Velin+offers+and+readiness+to+help, promises-and-offers?speaker=person/ana-velin"
    })
    void searchAnswersTheQuestionThatATextAsks(String text, String question) {
        assertThat(page("/search?q=" + text)).contains("<h2 id=\"h-answered\"><a href=\"/queries/" + question);
    }

    @Test
    void aQuestionWithoutRowsIsOfferedWithoutValues() {
        assertThat(page("/search?q=promises+and+offers+by+Lindvar"))
                .contains("<a href=\"/queries/promises-and-offers\">")
                .doesNotContain("/queries/promises-and-offers?");
    }

    @Test
    void theTableSaysWhatItsDaysLeaveOut() {
        assertThat(page("/statements?speaker=person/joren-hask&from=2031-05-06&to=2031-05-08"))
                .contains("1 statement has no date and is left out");
        assertThat(page("/statements?from=2031-05-08&to=2031-05-06"))
                .contains("The first day is after the last.", "/statements?from=2031-05-06&amp;to=2031-05-08");
    }

    @Test
    void aWeekdayIsOneOnWhichSomethingWasStatedNotTheEndOfAnInterval() {
        assertThat(page("/search?q=what+was+said+on+Wednesday"))
                .contains("Statements of Wed 7 May 2031")
                .doesNotContain("Statements of Wed 30 Apr 2031");
    }

    @Test
    void searchLeadsToAPage() {
        assertThat(page("/search?q=what+changed+between+releases")).contains("<a href=\"/changes\">Changes</a>");
    }

    @Test
    void searchShowsAStatementOnce() {
        for (String text : List.of("what+did+Hask+say+about+the+Maren+bridge", "no+comment", "Ostrel")) {
            List<String> shown = Pattern.compile("· <a href=\"(/doc/statement/[a-z0-9-]+)\"")
                    .matcher(page("/search?q=" + text))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(shown).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void searchTakesAWordForAnotherOnlyIfNothingHasIt() {
        assertThat(page("/search?q=brigde")).contains("Nothing has \u201cbrigde\u201d; shown: bridge");
        assertThat(page("/search?q=xylophones+on+the+Maren+bridge"))
                .contains("Nothing here has the word xylophones. Found without it.");
        assertThat(page("/search?q=bridge")).doesNotContain("Nothing has");
    }

    @Test
    void whatWasSaidInAPlaceIsTheTableOfIt() {
        String event = "event/"
                + Pattern.compile("/doc/event/([a-z0-9-]+)\"")
                        .matcher(page("/doc/settlement/ostrel"))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
        assertThat(rows("/statements.csv?at=settlement/ostrel"))
                .isPositive()
                .isGreaterThanOrEqualTo(rows("/statements.csv?at=" + event));
        assertThat(page("/search?q=what+was+said+in+Ostrel"))
                .contains("Statements made in Ostrel</a>", "/statements?at=settlement/ostrel");
    }

    @Test
    void bothSubjectsNarrowMoreThanOne() {
        assertThat(rows("/statements.csv?about=state/velmora&alsoAbout=state/tarsia"))
                .isPositive()
                .isLessThan(rows("/statements.csv?about=state/velmora"))
                .isLessThan(rows("/statements.csv?about=state/velmora&about=state/tarsia"));
    }

    @ParameterizedTest
    @CsvSource({
        "about=state/velmora, Speaker=person/joren-hask, speaker=person/joren-hask",
        "speaker=person/joren-hask, About=state/velmora, about=state/velmora",
    })
    void whatIsExcludedAndTheRestAreAll(String filter, String exclusion, String selection) {
        assertThat(rows("/statements.csv?" + filter + "&not" + exclusion))
                .isPositive()
                .isEqualTo(rows("/statements.csv?" + filter) - rows("/statements.csv?" + filter + "&" + selection));
    }

    @Test
    void excludesOneValue() {
        HttpResponse<String> reply = SITE.read("/statements?notAbout=state/velmora&notAbout=state/tarsia");

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("Several values of 'notAbout': use one");
    }

    @Test
    void theTableNamesWhatItExcludes() {
        assertThat(page("/statements?speaker=person/joren-hask&notAbout=state/velmora"))
                .contains("<h1>Statements: Joren Hask, not Velmora</h1>", "<h3>Not about</h3>")
                .contains("href=\"/statements?speaker=person/joren-hask\" aria-current=\"true\"");
    }

    @Test
    void answersShowColumnsThatHaveValues() {
        String question = "/queries/provisions-of-an-agreement?agreement=agreement/";

        assertThat(page(question + "sandrel-accord")).contains(">outside source</th>", "example.org/sandrel-accord");
        assertThat(page(question + "joint-patrols"))
                .contains(">provides</th>")
                .doesNotContain(">outside source</th>", ">when</th>");
    }

    @Test
    void theThreeVoicesAreAllStatements() {
        assertThat(rows("/statements.csv?known=own")
                        + rows("/statements.csv?known=quoted")
                        + rows("/statements.csv?known=reported"))
                .isEqualTo(rows("/statements.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline", "/network"})
    void chartsShowWhatTheirFilterSelects(String path) {
        assertThat(page(path)).contains("Ana Velin");
        assertThat(page(path + "?speaker=person/joren-hask"))
                .contains(": Joren Hask")
                .doesNotContain(">Ana Velin</a></td><td>");
        assertThat(SITE.read(path + "?speaker=nobody").statusCode()).isEqualTo(422);
    }

    @Test
    void theMapRefusesFilters() {
        assertThat(SITE.read("/map?about=state/velmora").statusCode()).isEqualTo(400);
    }

    @Test
    void aQuestionWithoutValuesAnswersItsExample() {
        assertThat(page("/queries/who-stated-what")).contains("id=\"h-answer\"", "value=\"Maren rail link\"");
    }

    @Test
    void anActorsPageSaysWhatThereIsAndIsNot() {
        assertThat(page("/doc/person/joren-hask")).containsPattern("[0-9]+ statements by Joren Hask");
        assertThat(page("/doc/organization/ostrel-courier")).contains("No statement by");
    }

    @Test
    void aFeedHoldsOneSpeakersStatementsWithTheTimeOfTheirCoding() {
        String feed = SITE.read("/feed.atom?speaker=person/joren-hask").body();

        assertThat(feed)
                .contains("<title>Joren Hask: ", "feed.atom?speaker=person/joren-hask\"/>")
                .doesNotContain("<title>Ana Velin: ");
        assertThat(page("/doc/person/joren-hask")).contains("href=\"/feed.atom?speaker=person/joren-hask\"");
        assertThat(SITE.read("/feed.atom").body()).containsPattern("<updated>2031-[0-9-]+T");
    }

    @Test
    void cellsOfAFilteredNetworkKeepTheFilter() {
        assertThat(page("/network?topic=topic/bridges"))
                .contains("speaker=person/ana-velin&amp;about=", "&amp;topic=topic/bridges")
                .doesNotContain("/network.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-04", "statement/x-04", "person/joren-hask"})
    void searchFindsWhatAnIdentifierNames(String identifier) {
        assertThat(page("/search?q=" + identifier)).contains("class=\"named\"", identifier.replaceAll(".*/", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8+May+2031", "2031-05-08", "May+8,+2031"})
    void searchForADayLeadsToItsStatements(String day) {
        assertThat(page("/search?q=" + day)).contains("/statements?from=2031-05-08&amp;to=2031-05-08");
    }

    @Test
    void searchSaysWhenOnlyAKindHasNothing() {
        assertThat(page("/search?q=repairs&kind=place")).contains(">All kinds</a>");
        assertThat(SITE.read("/search.json?q=bridge&kind=claim").body())
                .contains("\"kind\":\"claim\"")
                .doesNotContain("\"kind\":\"facility\"");
        assertThat(SITE.read("/search.json?q=bridge&kind=nothing").statusCode()).isEqualTo(400);
    }

    @Test
    void aPublisherSpeaksAsItsNarrators() {
        assertThat(page("/statements?speaker=organization/ostrel-courier"))
                .contains("/statements?speaker=narrator/", "own voice</a>");
    }

    @Test
    void aPlaceLeadsToWhatWasSaidThere() {
        assertThat(page("/statements?about=settlement/ostrel")).contains("made there</a>");
    }

    @Test
    void aFeedHoldsTheNewestWhateverTheOrder() {
        assertThat(SITE.read("/feed.atom?sort=text").body())
                .isEqualTo(SITE.read("/feed.atom").body());
    }

    @Test
    void aClaimThatNobodyDeniesSaysSo() {
        assertThat(page("/doc/claim/accord-no-soldiers")).contains("Claim: \u201c", "denied by nobody");
    }

    @Test
    void wordsThatNothingIsCalledAreSearchedFor() {
        HttpResponse<String> reply = SITE.read("/statements?speaker=Hask&about=smuggling+men", "Accept", "text/html");

        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(RunningSite.header(reply, "Location")).isEqualTo("/search?q=Hask+about+smuggling+men");
        assertThat(SITE.read("/statements?about=smuggling+men", "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anOfficeIsReadAsItsHolder() {
        assertThat(page("/statements?speaker=Velmoran+Prime+Minister"))
                .contains("\u201cVelmoran Prime Minister\u201d is read as Ana Velin,"
                        + " Prime Minister of Velmora from 2030-01-10.");
        assertThat(page("/queries/statements-of-an-actor?actor=President+Hask"))
                .contains("is read as Joren Hask, President of Tarsia from 2025-09-01 (person/joren-hask)")
                .contains("/doc/statement/w-08");
        assertThat(page("/search?q=Velmoran+Prime+Minister"))
                .contains("href=\"/statements?speaker=person/ana-velin\">Statements by Ana Velin</a>")
                .contains("/doc/statement/v-04");
    }

    @Test
    void anOfficeOfSeveralOffersEach() {
        HttpResponse<String> reply = SITE.read("/statements?speaker=transport+minister", "Accept", "text/html");

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body())
                .contains("Transport Minister of Tarsia from 2027-02-01")
                .contains("/statements?speaker=person/ivo-kasel", "/statements?speaker=person/nera-dovil");
    }

    @Test
    void wordsOfAnArticleAreReadAsWhatTheyMean() {
        assertThat(page("/statements?about=smugglers"))
                .contains("\u201csmugglers\u201d is read as armed smugglers (alleged), called so in an article.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"June+4", "4+Jun", "Who+spoke+on+4+June%3F", "last+Wednesday"})
    void searchForADayWithoutYearShowsItsStatements(String day) {
        assertThat(page("/search?q=" + day))
                .contains("/statements?from=2031-06-04&amp;to=2031-06-04", "Statements of Wed 4 Jun 2031");
    }

    @Test
    void searchAnswersAQuestionByItsSpeakerAndSubject() {
        String found = page("/search?q=What+did+Hask+say+about+the+Maren+bridge%3F");

        assertThat(found)
                .contains("/statements?speaker=person/joren-hask&amp;about=facility/maren-bridge")
                .contains("Statements by Joren Hask about Maren bridge</a>")
                .contains("Then searched for the words: hask, maren, bridge.");
        assertThat(found.indexOf("w-08")).isPositive().isLessThan(found.indexOf("id=\"h-statement\""));
    }

    @Test
    void searchSaysThatASpeakerStatedNothingAboutASubject() {
        assertThat(page("/search?q=What+did+Lindvar+say+about+Orlune"))
                .containsPattern("Statements by Teo Lindvar about Orlune</a> <span class=\"note\">no statements<");
    }

    @Test
    void searchOffersQuestionsAndTheThingsThatATextNames() {
        assertThat(page("/search?q=Who+refused+to+comment%3F"))
                .contains("<a href=\"/queries/refusals-to-comment\">Refusals to comment");
        assertThat(page("/search?q=Who+said+that+the+accord+of+2029+forbids+soldiers+in+the+valley%3F"))
                .contains("/doc/claim/accord-no-soldiers");
        assertThat(page("/search?q=Wikidata+id+of+Lindvar"))
                .containsPattern("Understood as:\\s*<span><a href=\"/doc/person/teo-lindvar\">");
    }

    @Test
    void aSilentSpeakerOffersSimilarNamesThatSpeak() {
        assertThat(page("/statements?speaker=group/leaders")).doesNotContain("Perhaps you mean");
        assertThat(page("/statements?speaker=organization/tarsian-foreign-ministry"))
                .contains("/statements?speaker=group/foreign-ministries");
    }

    @Test
    void searchListsWhatHasTheWordsOfATextThatIsMoreThanItsNames() {
        assertThat(page("/search?q=Who+closed+the+Maren+bridge%3F"))
                .containsPattern(
                        "Statements about Maren bridge</a> <span class=\"note\">[0-9]+ statements</span></p>\\s*<p class=\"meta\">");
        assertThat(page("/search?q=Lindvar+Orlune"))
                .contains("Statements by Teo Lindvar about Orlune</a> <span class=\"note\">no statements");
    }

    @Test
    void searchNamesSimilarThingsFirst() {
        assertThat(page("/search?q=Orvaine"))
                .containsPattern("Similar names:\\s*<span><a href=\"/doc/person/elise-orvane\">");
    }

    @Test
    void theStatementsOfThoseWhoBelongToAStateComeBeforeThoseAboutIt() {
        String page = page("/doc/state/velmora");

        assertThat(page)
                .containsPattern("<a href=\"#s-belonging\">[0-9]+ statements by its office holders and bodies</a>")
                .contains("/statements?speaker=person/ana-velin");
        assertThat(page.indexOf("id=\"s-belonging\"")).isPositive().isLessThan(page.indexOf("id=\"s-about\""));
        assertThat(page("/doc/person/ana-velin")).doesNotContain("s-belonging");
    }
}
