// SPDX-License-Identifier: Apache-2.0
package org.onrecord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private static final List<String> MAIN = List.of(
            "/",
            "/doc/statement/b-20",
            "/doc/person/vladimir-putin",
            "/doc/corridor/zangezur",
            "/doc/article/a",
            "/doc/agreement/deal-2020",
            "/statements",
            "/search?q=Zengezur",
            "/timeline",
            "/network",
            "/map",
            "/queries",
            "/queries/who-stated-what?about=corridor/zangezur",
            "/ontology",
            "/code/form",
            "/validate");

    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start(true);
    }

    @AfterAll
    void end() {
        browser.close();
    }

    @Test
    void breaksNoRuleOfAxe() {
        List<String> broken = new ArrayList<>();
        for (String path : MAIN) {
            browser.open(path);
            List<Rule> violations = new AxeBuilder()
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze(browser.driver())
                    .getViolations();
            violations.forEach(rule -> broken.add(path + ": " + rule.getId() + ": "
                    + rule.getNodes().stream()
                            .limit(3)
                            .map(node -> node.getHtml())
                            .toList()));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void complainsOfNothingAndScrollsNowhereSideways() {
        List<String> wrong = new ArrayList<>();
        browser.complaints();
        browser.narrow();
        for (String path : MAIN) {
            browser.open(path);
            browser.complaints().forEach(complaint -> wrong.add(path + ": " + complaint));
            Object wide = browser.driver()
                    .executeScript(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wide instanceof Long pixels && pixels > 0) {
                wrong.add(path + " is " + wide + " px too wide for a phone");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void opensTheEditorWithoutACallOutside() {
        browser.complaints();
        browser.open("/sparql");
        assertThat(browser.all(".yasqe .CodeMirror, .CodeMirror")).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void leadsTheKeyboardPastTheHead() {
        browser.open("/statements");
        browser.first("body").sendKeys(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("href"))
                .isEqualTo("#main");
    }
}
