// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.sheet.yaml.YamlNode.Mapping;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;

class SheetAnswerTest {
    private static final String SHEET = "names:\n  person/a: A\nloaded:\n  claim/b: 'x: y'\n";

    private static Mapping read(String answer) {
        return SheetAnswer.of(answer).read("answer");
    }

    private static String name(Mapping sheet) {
        return sheet.value("names")
                .flatMap(names -> ((Mapping) names).value("person/a"))
                .map(form -> ((Scalar) form).text())
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHEET,
                "\n\n" + SHEET + "\n",
                "Here is the sheet you asked for.\n\n" + SHEET,
                "Here it is:\n\n```yaml\n" + SHEET + "```\nSay if it is wrong: I am glad to help.",
                "```\n" + SHEET,
                "~~~~ yaml\r\nnames:\r\n  person/a: A\r\n~~~~\r\n",
                "A block:\n```\nx: y\n```\nThe sheet:\n```yaml\n" + SHEET + "```\n```\nz\n```",
                "<think>\nFirst:\n```yaml\nnames:\n  person/a: B\n  person/c: C\n  person/d: D\n```\n</think>\n```\nnames:\n  person/a: A\n```",
                "{\"names\": {\"person/a\": \"A\"}}",
                "Sure!\n```json\n{\n\t\"names\": {\n\t\t\"person/a\":\"\\u0041\"}\n}\n```\n",
                "The sheet is\n{\"names\":\n{\"person/a\": \"A\"}\n}\nI hope that this helps."
            })
    void findsSheet(String answer) {
        assertThat(name(read(answer))).isEqualTo("A");
    }

    @Test
    void keepsLineNumbersOfTheAnswer() {
        SheetAnswer answer = SheetAnswer.of("Here:\n```yaml\n" + SHEET + "```\n");
        assertThat(answer.text()).isEqualTo("Here:\n```yaml\n" + SHEET + "```\n");
        assertThat(answer.read("answer").position("names")).isEqualTo(new Position(3, 1));
        assertThatThrownBy(() ->
                        SheetAnswer.of("Here:\n```yaml\nnames:\n  a: b: c\n```").read("answer"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("answer:4:7");
    }

    @Test
    void readsEscapesOfJson() {
        assertThat(name(read("{\"names\": {\"person/a\": \"\\ud83d\\ude00 \\/ 8 \\u201cx\\u201d \\t\"}}")))
                .isEqualTo("\uD83D\uDE00 / 8 \u201Cx\u201D \t");
    }

    @Test
    void dropsWhatIsAbsent() {
        Mapping sheet = read(
                "{\"names\": null, \"new\": [], \"statements\": [{\"says\": \"null\", \"open\": \"\", \"to\": [null]}]}");
        assertThat(sheet.values()).containsOnlyKeys("statements");
        assertThat(sheet.toString()).contains("text=null").doesNotContain("open", "to=");
        assertThat(read("statements:\n  - note: ~\n    open:\n    says: x\n").toString())
                .contains("says")
                .doesNotContain("note=", "open=");
    }

    @Test
    void rejectsDeepNesting() {
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)))
                .isInstanceOf(BrokenFileException.class);
        assertThatThrownBy(() -> read("names: " + "[".repeat(100_000))).isInstanceOf(BrokenFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I cannot do that.", "", "```\nno\n```", "[1, 2]", "{\"names\": {\"a\": \"b\", ", "a: &x [*x]"})
    void rejectsWhatIsNoSheet(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(BrokenFileException.class);
    }
}
