// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Petrosyan, Петросян, Պետրոսյան",
        "Zhukova, Жукова, Ժուկովա",
        "Lenin, Ленин, Լենին",
        "Kadyrov, Кадыров, Կադիրով",
        "Uzbekistan, Узбекистан, Uzbekistan",
        "Berlin, Берлин, Բերլին",
        "Minsk, Минск, Մինսկ",
        "Lichk, Личк, Լիչք",
        "Khorugh, Хоруг, Horugh",
        "Khachmaz, Xaçmaz, Haçmaz",
        "Leninakert, Ленинакерт, Լենինակերտ"
    })
    void unifiesScripts(String one, String two, String three) {
        assertThat(spellings(two)).isEqualTo(spellings(one));
        assertThat(spellings(three)).isEqualTo(spellings(one));
    }

    @Test
    void returnsBothSpellingsOfSchwa() {
        assertThat(spellings("Əli")).isEqualTo(List.of(Set.of("ali", "eli")));
    }

    @Test
    void handlesTurkishCapitalsAndCombiningMarks() {
        assertThat(spellings("İLHAM I\u0307lham")).isEqualTo(spellings("ilham ilham"));
        assertThat(spellings("и\u0306")).isEqualTo(spellings("й"));
    }

    @Test
    void removesSuffixesAfterApostropheAndDotsBetweenInitials() {
        assertThat(spellings("Ash's U.N. Bakü'nün")).isEqualTo(spellings("Ash UN Bakü"));
    }

    @Test
    void comparesBritishWithAmericanSpellingAndKeepsTheWord() {
        String british = "defence licences neighbours recognised organisation";
        String american = "defense licenses neighbors recognized organization";

        assertThat(spellings(british)).isEqualTo(spellings(american));
        assertThat(Spelling.stems(british)).isEqualTo(Spelling.stems(american));
        assertThat(Spelling.words(british)).extracting(Word::text).containsExactly(british.split(" "));
        assertThat(spellings("hour conference promised"))
                .doesNotContainAnyElementsOf(spellings("hor conferense promized"));
    }

    @Test
    void joinsCompounds() {
        assertThat(spellings(Spelling.compounds("a cease-fire held"))).isEqualTo(spellings("ceasefire"));
    }

    private static List<Set<String>> spellings(String text) {
        return spellings(Spelling.words(text));
    }

    private static List<Set<String>> spellings(List<Word> words) {
        return words.stream().map(Word::spellings).toList();
    }
}
