// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.onrecord.release.Release;
import org.onrecord.search.Hit.MatchedField;

/**
 * In-memory Lucene index of the names and contents of a release, of what articles call things, and of their words where
 * they are at hand. Immutable and thread-safe; need not be closed. Names
 * are found in every language and script of the graph or {@link Spelling}; see {@link Vocabulary} for misspelt words.
 */
public final class SearchIndex {
    /** The maximum number of matching documents. */
    private static final int MAX_DOCUMENTS = 2_000;

    private final Texts texts;
    private final List<Entry> entries;
    private final Vocabulary vocabulary;
    private final IndexSearcher searcher;

    private SearchIndex(Texts texts, List<Entry> entries, IndexSearcher searcher) {
        this.texts = texts;
        this.entries = entries.stream().map(Entry::shown).toList();
        this.vocabulary = new Vocabulary(entries);
        this.searcher = searcher;
    }

    /**
     * The index of a release.
     *
     * @param printed the words of an article that state the content of a statement, by its IRI; empty if the text is not at
     *     hand. They are found, never returned.
     */
    public static SearchIndex of(Release release, Function<String, String> printed) {
        return release.index(SearchIndex.class, indexed -> of(indexed.everything(), printed));
    }

    /** Indexes a graph, which must not be modified afterwards. */
    static SearchIndex of(Graph graph, Function<String, String> printed) {
        Texts texts = new Texts(graph, printed);
        List<Entry> entries = texts.entries();
        try {
            return new SearchIndex(texts, entries, new IndexSearcher(DirectoryReader.open(write(entries))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the in-memory index", e);
        }
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
        Synonyms.Reworded reworded = Synonyms.in(query, vocabulary::has);
        WordQuery words = WordQuery.of(reworded, vocabulary);
        return words.attempts()
                .map(attempt -> words.found(hits(texts(attempt.query()), reworded.text(), limit), attempt.least()))
                .filter(found -> !found.hits().isEmpty())
                .findFirst()
                .orElseGet(() -> words.found(List.of(), 0));
    }

    private List<ScoreDoc> texts(Query query) {
        try {
            return List.of(searcher.search(query, MAX_DOCUMENTS).scoreDocs);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the in-memory index", e);
        }
    }

    /** One hit per thing. Of texts with equal score, one that contains the search text is preferred. */
    private List<Hit> hits(List<ScoreDoc> found, String typed, int limit) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (ScoreDoc text : found) {
            Hit hit = hit(entries.get(text.doc), text.score);
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

    private Hit hit(Entry entry, float score) {
        return new Hit(
                entry.iri(), texts.kind(entry.iri()), texts.label(entry.iri()), entry.text(), entry.field(), score);
    }

    /** Writes the entries in order: the document number is the index of the entry, and orders hits with equal score. */
    private static Directory write(List<Entry> entries) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Entry entry : entries) {
                writer.addDocument(document(entry));
            }
        }
        return directory;
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        boolean name = entry.field() == MatchedField.NAME;
        entry.indexed().forEach(word -> {
            word.spellings().forEach(spelling -> add(document, name ? WordQuery.NAME : WordQuery.TEXT, spelling));
            add(document, WordQuery.STEM, word.stem());
        });
        if (name) {
            WordQuery.fullNames(entry.words()).forEach(whole -> add(document, WordQuery.FULL_NAME, whole));
        }
        entry.related().forEach(word -> add(document, WordQuery.RELATED, word));
        entry.stems().forEach(stem -> add(document, WordQuery.RELATED_STEM, stem));
        return document;
    }

    private static void add(Document document, String field, String word) {
        document.add(new StringField(field, word, Store.NO));
    }
}
