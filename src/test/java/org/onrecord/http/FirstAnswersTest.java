// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search on the sample's site shows first for a question as people ask it. */
class FirstAnswersTest {
    private static final RunningSite SITE = RunningSite.get();

    /** What a search shows first: as far as the first list of statements, rows or hits. */
    private static String first(String query) {
        HttpResponse<String> reply =
                SITE.read("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/html");
        assertThat(reply.statusCode()).as(query).isEqualTo(200);
        String found = reply.body();
        String shown = found.substring(found.indexOf("</form>", found.indexOf("<main")), found.indexOf("<footer"));
        int end = shown.indexOf("</ol>");
        return (end < 0 ? shown : shown.substring(0, end))
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did Velin promise                     | Who promised or offered: Ana Velin           | Nothing in this
            what did Hask propose according to Velin   | Who proposed: Joren Hask                     | Nothing in this
            What did Hask ask Velmora to do            | Statements by Joren Hask about Velmora       | Who asks: Velmora
            What did Tarsia propose to Velmora         | Statements by Tarsia                         | Who proposed: Velmora
            Hask between 5 and 7 May 2031              | from Mon 5 May 2031 to Wed 7 May 2031 no     | 22 statements
            Hask on 6 May                              | of Tue 6 May 2031 no statements              | Statements of
            statements from 6 to 8 May                 | from Tue 6 May 2031 to Thu 8 May 2031 32     | of Thu 8
            Velin in June 2031                         | from Sun 1 Jun 2031 to Mon 30 Jun 2031 1     | May 2031
            after 8 May 2031                           | on or after Fri 9 May 2031                   | of Thu 8
            Velin before 6 May                         | on or before Mon 5 May 2031 no statements    | Statements of
            Hask between 6 and 8 May 2031              | 1 statement has no date and is left out      | no statements
            contradictions on 8 May                    | Not used: on 8 May                           | Nothing was found
            Velin Kalden                               | Statements by Ana Velin about Kalden         | Not used
            Hask on Velin, Sandrel and Kalden          | no statements Statements by Joren Hask       | Not used
            statement w-08                             | does not belong to both banks                | Nothing was found
            w-08 evidence                              | does not belong to both banks                | Nothing was found
            denied claims                              | condition: denied                            | Nothing in this
            Who denied anything?                       | condition: denied                            | opposite
            the Velmoran premier                       | Statements by Ana Velin                      | Nothing was found
            prime minister of Tarsia                   | Not used: prime minister of Tarsia           | Velin
            What did the Velmoran foreign minister say | Not used: Velmoran foreign minister          | Understood
            president of Tarsia                        | Statements by Joren Hask                     | Not used
            where is the quote "First the valley"      | the upper Maren valley has to be dealt with  | quote
            said about Tarsia Prime Minister Velin     | Ana Velin person, Prime Minister of Velmora  | Not used
            What did the president of Velmora say      | Not used: the president of Velmora           | Understood as: Ana
            Did Velin speak about sheds                | Not used: sheds                              | Nothing here
            Did Velin say "First the valley"           | Statements by Ana Velin                      | has to be dealt
            What would be withdrawn if it is retracted | Ask: What would be withdrawn if              | condition
            Was sagte Velin über Kalden                | Statements by Ana Velin about Kalden         | Statements about Ana
            what about Kalden, newest first            | Statements about Kalden                      | newest
            spokesperson                               | is read as spokesman                         | Nothing was found
            deputy prime minister                      | Prime Minister of Velmora                    | Ana Velin
            US                                         | Nothing was found for                        | through
            which agreements are mentioned             | Agreements, and who says what                | together
            who is called upon to do what              | Who is asked, urged or called upon to do     | wording
            what is left open                          | What the text leaves open                    | retracted
            provisions of the Sandrel accord           | Agreement: Sandrel accord of 2029            | Nothing here
            promises and offers by Velmora             | Who promised or offered: Velmora             | Nothing in this
            what did Hask not say about the bridge     | Not used: not. What follows may say the opposite | Nothing in this
            who denied no claim, not one               | condition: denied                            | Not used
            statements from 6 to 8 May                 | statements have no date and are left out     | Not used
            Velin on Sandrel                           | by Ana Velin about Sandrel accord of 2029 2   | Nothing was found
            What did Tarsia not accept                 | Not used: not.                               | nobody denies it
            What do Hask and Velin say about Kalden    | Statements by Ana Velin about Kalden 1       | Hask about Ana Velin
            Who did not say anything about Kalden      | Not used: did not.                           | Nothing in this
            statements by Velin and Kalden             | Statements by Ana Velin about Kalden 1       | Nothing was found
            Orvaine                                    | Similar names: Élise Ørvane                  | Understood
            How many ferries did Hask count            | Not used: How many.                          | Nothing in this
            How many statements about Kalden           | Statements about Kalden                      | Not used
            When did Velin close the bridge            | Not used: When.                              | Nothing in this
            When did Velin speak of Kalden             | by Ana Velin about Kalden                    | Not used
            ballistic things of Hask since 6 May       | Nothing here has the word ballistic. Found   | words
            What did Hask say, about whom              | Statements by Joren Hask                     | Statements about Joren
            About whom did Hask speak                  | Statements by Joren Hask                     | Statements about Joren
            Who did Hask speak about                   | Statements by Joren Hask                     | Statements about Joren
            Who spoke about Hask                       | Statements about Joren Hask                  | Statements by Joren
            By whom was Kalden mentioned               | Statements about Kalden                      | Statements by
            what did Hask deny                         | Not used: deny.                              | words
            compare Hask and Velin on Kalden           | Statements by Joren Hask                     | Not used: Velin
            closed the Maren bridge, Velmora, Tarsia   | Statements about Maren bridge and Velmora    | Not used: Maren
            What the text about Hask leaves open       | Statements about Joren Hask                  | Not used: Hask
            favourite things of Hask since 6 May       | Nothing here has the word favourite          | favorite
            Which claims are contradicted              | Claims with opposite positions               | condition: denied
            When does the bridge leave Kalden          | Statements about Kalden                      | the text leaves
            Dahl & Brask river Maren 7 May             | by Dahl &amp; Brask about river Maren of Wed | Statements of Wed
            quotes from the Tarsian parliament Hask    | Statements at Parliament of Tarsia 12        | Nothing was found
            promises and offers                        | Expressions of readiness are offers          | Newest first
            the pact of Velmora on the valley          | is read as                                   | No statement here
            patrolsxx                                  | shown: patrols                               | No statement here
            who quoted Hask                            | Whose words: Joren Hask                      | Nothing here
            Whom does Velin quote                      | Who tells them: Ana Velin                    | Nothing here
            "the valley and then the bridge"           | No statement here quotes                     | Nothing was found
            who said "the bridge by Velmora first"     | No statement here quotes                     | Statements by
            "First the valley"                         | the upper Maren valley has to be dealt with  | No statement here
            "Orlune calls both banks to Sandrel" withdrawn if retracted | Article: Orlune calls       | Searched for
            What did Macron promise Velmora            | Statements about Velmora                     | Statements by Velmora
            What did the interior minister of Velmora say | interior. Found without it. Not used: minister of Velmora | Understood as: Ana
            the Velmoran interior minister             | interior. Found without it. Not used: Velmoran | Ana Velin person
            Velmora asked the minister                 | Statements                                   | Not used: Velmora
            Hask not about Velmora                     | Statements by Joren Hask not about Velmora   | Not used
            statements about Kalden not by Velin       | Statements about Kalden not by Ana Velin     | Not used
            everyone but Ana Velin on Kalden           | Statements about Kalden not by Ana Velin     | Not used
            Hask except the Maren bridge               | Statements by Joren Hask not about Maren     | Nothing here
            Kalden, not Velmora, on 6 May              | Kalden not by Velmora not about Velmora of   | Not used
            statements that do not mention Hask        | Statements not about Joren Hask              | Not used
            Hask not about Kalden and not about Sandrel | Not used: and not about Sandrel. What follows may say the opposite | and about
            Hask not about Kalden or the Sandrel accord | Not used: or the Sandrel accord              | Joren Hask about Sandrel
            who said "all banks, not Velmora"          | No statement here quotes                     | not about
            without a date Hask                        | Nothing here has the word date               | not by
            Statements about Kalden by speakers of Velmora | Velmora and those who speak for it about Kalden | Kalden and Velmora
            """)
    void theFirstAnswerDoesNotMislead(String query, String has, String hasNot) {
        assertThat(first(query)).contains(has).doesNotContain(hasNot);
    }

    @Test
    void aGroupOfResultsHasCapacityAndOccasionOnce() {
        String found = first("What did Velin say about Sandrel");
        assertThat(found).containsOnlyOnce(", Prime Minister of Velmora");
    }

    @Test
    void whatIsKnownThroughSomebodySaysWhenItWasReported() {
        assertThat(first("Lena Maren")).contains("no date known, reported on Tue 6 May 2031");
    }

    @Test
    void thePreviewOfAnAnswerHasTheOrderOfItsTable() {
        String row = SITE.read("/queries/who-talks-about-whom.csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertThat(row).startsWith("\"Sandrel Post, own voice\",Velmora,");
        assertThat(first("Who talks about whom?"))
                .containsPattern(
                        "the first row for each value of “speaker”\\W+speaker: Sandrel Post, own voice\\W+subject: Velmora");
    }
}
