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
        assertThat(Spelling.words(two)).isEqualTo(Spelling.words(one));
        assertThat(Spelling.words(three)).isEqualTo(Spelling.words(one));
    }

    @Test
    void returnsBothSpellingsOfSchwa() {
        assertThat(Spelling.words("Əli")).isEqualTo(List.of(Set.of("ali", "eli")));
    }

    @Test
    void handlesTurkishCapitalsAndCombiningMarks() {
        assertThat(Spelling.words("İLHAM I\u0307lham")).isEqualTo(Spelling.words("ilham ilham"));
        assertThat(Spelling.words("и\u0306")).isEqualTo(Spelling.words("й"));
    }

    @Test
    void removesSuffixesAfterApostropheAndDotsBetweenInitials() {
        assertThat(Spelling.words("Ash's U.N. Bakü'nün")).isEqualTo(Spelling.words("Ash UN Bakü"));
    }

    @Test
    void joinsCompounds() {
        assertThat(Spelling.compounds("a cease-fire held")).isEqualTo(Spelling.words("ceasefire"));
    }
}
