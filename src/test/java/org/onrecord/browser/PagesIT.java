// SPDX-License-Identifier: Apache-2.0
package org.onrecord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private static final List<String> MAIN = List.of(
            "/",
            "/doc/statement/w-12",
            "/doc/person/joren-hask",
            "/doc/corridor/maren-rail-link",
            "/doc/article/v",
            "/doc/agreement/sandrel-accord",
            "/statements",
            "/search?q=Hestar",
            "/timeline",
            "/network",
            "/map",
            "/queries",
            "/queries/who-stated-what?about=corridor/maren-rail-link",
            "/ontology",
            "/code/form",
            "/shapes",
            "/graph",
            "/dataset",
            "/sparql",
            "/validate");

    /** Yasgui, which is not ours: its tabs, its labels and the colours of its code break rules. */
    private static final String EDITOR = "#editor";

    private static final String ERROR = "/doc/person/nobody";

    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start(true);
    }

    @AfterAll
    void end() {
        browser.close();
    }

    @AfterEach
    void widen() {
        browser.widen();
    }

    @Test
    void breaksNoRuleOfAxe() {
        browser.narrow(1280);
        AxeBuilder axe = new AxeBuilder().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
        assertThat(violations(axe)).isEmpty();
    }

    @Test
    void breaksNoRuleOnLayoutOnANarrowScreen() {
        browser.narrow(360);
        assertThat(violations(new AxeBuilder().withOnlyRules(List.of("target-size", "scrollable-region-focusable"))))
                .isEmpty();
    }

    private List<String> violations(AxeBuilder axe) {
        List<String> broken = new ArrayList<>();
        axe.exclude(EDITOR);
        for (String path : all()) {
            browser.open(path);
            List<Rule> violations = axe.analyze(browser.driver()).getViolations();
            violations.forEach(rule -> broken.add(path + ": " + rule.getId() + ": "
                    + rule.getNodes().stream()
                            .limit(3)
                            .map(node -> node.getHtml())
                            .toList()));
        }
        return broken;
    }

    @Test
    void complainsOfNothing() {
        List<String> wrong = new ArrayList<>();
        browser.complaints();
        for (String path : MAIN) {
            browser.open(path);
            browser.complaints().forEach(complaint -> wrong.add(path + ": " + complaint));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void scrollsNowhereSideways() {
        List<String> wrong = new ArrayList<>();
        for (String path : all()) {
            browser.open(path);
            for (int width : List.of(360, 500, 700, 768, 820, 1000)) {
                browser.narrow(width);
                Object over = browser.driver()
                        .executeScript(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (!Long.valueOf(0).equals(over)) {
                    wrong.add(path + " is " + over + " px wider than a screen of " + width);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> all() {
        return Stream.concat(MAIN.stream(), Stream.of(ERROR)).toList();
    }

    @Test
    void saysAloudThatATextIsCopied() {
        browser.open("/doc/statement/w-12");
        browser.first("button.copy").sendKeys(Keys.ENTER);
        browser.awaitElement("button.copy[aria-label^='Copied: ']");
        assertThat(browser.first("[role=status]").getDomProperty("textContent")).isEqualTo("Copied");
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
