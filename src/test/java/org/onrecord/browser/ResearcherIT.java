// SPDX-License-Identifier: Apache-2.0
package org.onrecord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Eventually;
import org.onrecord.SampleHome;
import org.onrecord.http.RunningSite;
import org.openqa.selenium.WebElement;

/** What a researcher does, with scripts and without. */
class ResearcherIT {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsAnAnswerItsEvidenceItsSpeakerAndTakesTheTableAway(boolean scripts) {
        try (Browser browser = Browser.start(scripts)) {
            asks(browser);
            checksTheEvidence(browser);
            meetsTheSpeaker(browser);
            filtersAndExports(browser);
            runsAQuery(browser, scripts);
        }
    }

    private static void asks(Browser browser) {
        browser.open("/");
        WebElement search = browser.first("#find");
        search.sendKeys("Hestar");
        search.submit();
        Eventually.holds("the search is shown", () -> browser.path().startsWith("/search?q=Hestar"));
        assertThat(browser.text()).contains("upper Maren valley");
        browser.follow("main a[href='/doc/region/hesta']");
        assertThat(browser.first("h1").getText()).contains("upper Maren valley");
        browser.open("/queries/who-stated-what?about=region/hesta");
        assertThat(browser.all("main table tbody tr")).isNotEmpty();
    }

    private static void checksTheEvidence(Browser browser) {
        browser.follow("main table a[href^='/doc/statement/']");
        assertThat(browser.path()).startsWith("/doc/statement/");
        browser.open("/doc/statement/v-13");
        assertThat(browser.all("main a[href*='.example/']:not([href^='" + SampleHome.BASE + "'])"))
                .isNotEmpty();
        assertThat(browser.text()).contains(SampleHome.THINGS + "statement/");
    }

    private static void meetsTheSpeaker(Browser browser) {
        browser.follow("main a[href^='/doc/person/'], main a[href^='/doc/state/'], main a[href^='/doc/narrator/']");
        assertThat(browser.first("h1").getText()).isNotBlank();
        assertThat(browser.all("main a[href^='/doc/statement/']")).isNotEmpty();
    }

    private static void filtersAndExports(Browser browser) {
        browser.open("/statements");
        int all = browser.all("table.statements tbody tr").size();
        browser.follow("aside a[href*='speaker=person/joren-hask']");
        assertThat(browser.path()).contains("speaker=person/joren-hask");
        assertThat(browser.all("table.statements tbody tr")).isNotEmpty().hasSizeLessThan(all);
        String export =
                Objects.requireNonNull(browser.first("a[href*='format=csv']").getDomAttribute("href"));
        assertThat(RunningSite.get().read(export.replace("&amp;", "&")).body().lines())
                .hasSizeGreaterThan(1);
    }

    private static void runsAQuery(Browser browser, boolean scripts) {
        browser.open("/sparql");
        if (scripts) {
            runsInTheEditor(browser);
        } else {
            browser.first("#plain button").click();
            browser.await("query=");
            assertThat(browser.text()).contains("Maren");
        }
    }

    /** The IRIs of the answer lead to pages here, and nothing was asked of another site. */
    private static void runsInTheEditor(Browser browser) {
        assertThat(browser.all(".CodeMirror")).isNotEmpty();
        browser.first(".yasqe_queryButton").click();
        browser.awaitElement(".yasr table tbody a[href^='/doc/statement/']");
        assertThat(browser.all(".yasr a[href^='" + SampleHome.BASE + "']")).isEmpty();
        assertThat(browser.loaded()).allMatch(address -> address.startsWith("http://localhost:"), "of this site");
    }
}
