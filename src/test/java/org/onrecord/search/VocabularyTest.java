// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.search.Hit.MatchedField;

class VocabularyTest {
    private static final Vocabulary WORDS = vocabulary(
            entry(MatchedField.NAME, "Sandrel Kesvar"),
            entry(MatchedField.CONTENT, "She was called to a place that thinks of smugglers"));

    private static Vocabulary vocabulary(Entry... entries) {
        try (IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig())) {
            for (Entry entry : entries) {
                writer.addDocument(EntryDocument.of(entry));
            }
            return new Vocabulary(DirectoryReader.open(writer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(MatchedField field, String text) {
        return new Entry("urn:x", field, text, Spelling.words(text), Set.of(), Set.of(), 0);
    }

    private static Word word(String text) {
        return Spelling.words(text).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "sandrell, sandrel",
        "snadral, sandrel",
        "sand, sandrel",
        "smuglgers, smugglers",
        "smugg, smugglers",
        "killed, ''",
        "part, ''",
        "thank, ''",
        "kesvar99, ''"
    })
    void findsTheBeginningAndTheMisspellingOfAWord(String typed, String found) {
        assertThat(WORDS.near(word(typed)).values())
                .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void hasWordsOfAFamily() {
        assertThat(List.of("thinking", "Sandrel", "calls")).allMatch(text -> WORDS.has(word(text)));
        assertThat(WORDS.has(word("thank"))).isFalse();
    }
}
