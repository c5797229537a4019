// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.onrecord.search.Hit.MatchedField;

/**
 * The form of a text in the index.
 *
 * @param iri the thing
 * @param field the kind of text
 * @param text the text
 */
record EntryDocument(String iri, MatchedField field, String text) {
    /** Best score first; of equal ones, names first, higher weight first, shorter text first. */
    static final Sort ORDER = new Sort(
            SortField.FIELD_SCORE,
            new SortField(EntryDocument.FIELD, SortField.Type.INT),
            new SortField(EntryDocument.WEIGHT, SortField.Type.LONG, true),
            new SortField(EntryDocument.WORDS, SortField.Type.INT),
            new SortField(EntryDocument.KEY, SortField.Type.STRING));

    /** The words as they are written, of names and of other texts. */
    static final String WORD_OF_NAME = "wordOfName";

    static final String WORD_OF_TEXT = "wordOfText";

    static final String WEIGHT = "weight";

    private static final String FIELD = "field";
    private static final String WORDS = "words";

    /** The thing and the beginning of the text: what orders texts that are equal in all else. */
    private static final String KEY = "key";

    private static final String FULL_TEXT = "fullText";

    /** In the order of hits with equal score. */
    private static final List<MatchedField> FIELDS = List.of(MatchedField.values());

    private static final char SEPARATOR = '\n';
    private static final int LONGEST_KEY = 4_000;

    /** The term of all texts of a thing but mentions. */
    static Term thing(String iri) {
        return new Term("thing", iri);
    }

    /** The term of what articles call a thing. */
    static Term mention(String iri, String text) {
        return new Term("mention", key(iri, text));
    }

    /** The term of all texts of a thing that have its weight. */
    static Term weighted(String iri) {
        return new Term("weighted", iri);
    }

    private static String key(String iri, String text) {
        String key = iri + SEPARATOR + text;
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    /** The document of an entry. */
    static Document of(Entry entry) {
        Document document = new Document();
        boolean name = entry.field() == MatchedField.NAME;
        entry.indexed().forEach(word -> {
            word.spellings().forEach(spelling -> add(document, name ? WordQuery.NAME : WordQuery.TEXT, spelling));
            add(document, WordQuery.STEM, word.stem());
            add(document, name ? WORD_OF_NAME : WORD_OF_TEXT, word.text());
        });
        if (name) {
            WordQuery.fullNames(entry.words()).forEach(whole -> add(document, WordQuery.FULL_NAME, whole));
        }
        entry.related().forEach(word -> add(document, WordQuery.RELATED, word));
        entry.stems().forEach(stem -> add(document, WordQuery.RELATED_STEM, stem));
        add(document, entry.field() == MatchedField.MENTION ? mention(entry.iri(), entry.text()) : thing(entry.iri()));
        if (entry.weight() != Entry.HIDDEN) {
            add(document, weighted(entry.iri()));
        }
        document.add(new NumericDocValuesField(FIELD, FIELDS.indexOf(entry.field())));
        document.add(new NumericDocValuesField(WEIGHT, Math.max(0, entry.weight())));
        document.add(new NumericDocValuesField(WORDS, entry.words().size()));
        document.add(new SortedDocValuesField(KEY, new BytesRef(key(entry.iri(), entry.text()))));
        document.add(new BinaryDocValuesField(FULL_TEXT, new BytesRef(entry.text())));
        return document;
    }

    private static void add(Document document, Term term) {
        add(document, term.field(), term.text());
    }

    private static void add(Document document, String field, String word) {
        document.add(new StringField(field, word, Store.NO));
    }

    /** Reads the text of a document. */
    static EntryDocument read(LeafReader reader, int document) throws IOException {
        var keys = DocValues.getSorted(reader, KEY);
        var texts = DocValues.getBinary(reader, FULL_TEXT);
        var fields = DocValues.getNumeric(reader, FIELD);
        keys.advanceExact(document);
        texts.advanceExact(document);
        fields.advanceExact(document);
        String key = Objects.requireNonNull(keys.lookupOrd(keys.ordValue())).utf8ToString();
        return new EntryDocument(
                key.substring(0, key.indexOf(SEPARATOR)),
                FIELDS.get((int) fields.longValue()),
                texts.binaryValue().utf8ToString());
    }
}
