// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Index of the names and contents of a release, of what articles call things, and of their words where they are at hand: a
 * state of the documents of a {@link SearchStore}. Immutable and thread-safe; need not be closed. Names are found in every
 * language and script of the graph or {@link Spelling}; see {@link Vocabulary} for misspelt words.
 */
public final class SearchIndex {
    /** The maximum number of matching documents. */
    private static final int MAX_DOCUMENTS = 2_000;

    /** Closes readers of garbage-collected indexes. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final Texts texts;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param reader is closed when this object is garbage collected */
    SearchIndex(Texts texts, DirectoryReader reader) {
        this.texts = texts;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        CLEANER.register(this, () -> close(reader));
    }

    private static void close(DirectoryReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the search index", e);
        }
    }

    /** The documents. */
    DirectoryReader reader() {
        return reader;
    }

    /**
     * The best hits, one per thing. Where no text has all words that the index knows, those with most of them.
     *
     * @param query the search text; without letters or digits there are no hits
     * @param limit the maximum number of hits, at least 1
     */
    public Found search(String query, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("Invalid limit '" + limit + "': use 1 or more");
        }
        try {
            Vocabulary vocabulary = new Vocabulary(reader);
            Synonyms.Reworded reworded = Synonyms.in(query, vocabulary::has);
            WordQuery words = WordQuery.of(reworded, vocabulary);
            return words.attempts()
                    .map(attempt -> words.found(hits(texts(attempt.query()), reworded.text(), limit), attempt.least()))
                    .filter(found -> !found.hits().isEmpty())
                    .findFirst()
                    .orElseGet(() -> words.found(List.of(), 0));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private List<ScoreDoc> texts(Query query) {
        try {
            return List.of(searcher.search(query, MAX_DOCUMENTS, EntryDocument.ORDER).scoreDocs);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the search index", e);
        }
    }

    /** One hit per thing. Of texts with equal score, one that contains the search text is preferred. */
    private List<Hit> hits(List<ScoreDoc> found, String typed, int limit) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (ScoreDoc text : found) {
            Hit hit = hit((FieldDoc) text);
            Hit before = hits.putIfAbsent(hit.iri(), hit);
            if (before != null && before.score() == hit.score() && !contains(before, typed) && contains(hit, typed)) {
                hits.put(hit.iri(), hit);
            }
        }
        return hits.values().stream().limit(limit).toList();
    }

    private static boolean contains(Hit hit, String typed) {
        return hit.matched().toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    private Hit hit(FieldDoc found) {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(found.doc, reader.leaves()));
        try {
            EntryDocument text = EntryDocument.read(leaf.reader(), found.doc - leaf.docBase);
            float score = (Float) found.fields[0];
            return new Hit(
                    text.iri(), texts.kind(text.iri()), texts.label(text.iri()), text.text(), text.field(), score);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the search index", e);
        }
    }
}
