// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.onrecord.engine.Change;
import org.onrecord.release.Release;
import org.onrecord.source.Reason;

/**
 * The documents of the search indexes of a release and of those that follow from it by changes: a Lucene index in memory or
 * in a folder. An index is a state of it; a change replaces the documents that it affects ({@link ChangedTexts}). A folder
 * has the release hash in its commit: it is used again for that release only, and built anew if it is missing, damaged, or of
 * another version. A folder that cannot be written is given up for memory, which is reported. Thread-safe.
 */
public final class SearchStore implements AutoCloseable {
    /** Changes with what is indexed, and how. */
    private static final String FORM = "2";

    private Directory directory;
    private final String source;
    private final Consumer<String> progress;
    private Optional<IndexWriter> writer = Optional.empty();

    /** The hash of the release whose documents the writer has; empty if it has those of none. */
    private String written = "";

    private Optional<DirectoryReader> last = Optional.empty();

    private SearchStore(Directory directory, String source, Consumer<String> progress) {
        this.directory = directory;
        this.source = source;
        this.progress = progress;
    }

    /** A store in memory. */
    public static SearchStore inMemory() {
        return new SearchStore(new ByteBuffersDirectory(), "", step -> {});
    }

    /**
     * A store in a folder, which is created if it is missing.
     *
     * @param texts identifies the article texts that are at hand: an index with others is built anew
     * @param progress receives one line for an index that cannot be used
     * @throws UncheckedIOException if the folder cannot be created
     */
    public static SearchStore in(Path folder, String texts, Consumer<String> progress) {
        try {
            return new SearchStore(FSDirectory.open(folder), texts, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in '" + folder + "' cannot be used", e);
        }
    }

    /**
     * The index of a release: the one in the folder, or that of the release before with the change, or a new one.
     *
     * @param printed the words of an article that state the content of a statement, by its IRI; empty if the text is not at
     *     hand. They are found, never returned.
     */
    public SearchIndex of(Release release, Function<String, String> printed) {
        return release.index(
                SearchIndex.class,
                indexed -> stored(indexed).orElseGet(() -> build(indexed.everything(), indexed.hash(), printed)),
                (before, change) -> updated(before, change, release.hash(), printed));
    }

    /** Opens the index of a release if the folder has it, so that those of the next releases follow from it. */
    public void adopt(Release release) {
        stored(release)
                .ifPresent(index ->
                        release.index(SearchIndex.class, adopted -> index, (before, change) -> Optional.empty()));
    }

    private synchronized Optional<SearchIndex> stored(Release release) {
        if (writer.isPresent() || !hasIndexOf(release.hash())) {
            return Optional.empty();
        }
        try {
            open(OpenMode.APPEND);
            return Optional.of(index(new Texts(release.everything(), statement -> ""), release.hash()));
        } catch (IOException e) {
            useMemory(e);
            return Optional.empty();
        }
    }

    private boolean hasIndexOf(String release) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            if (!reader.getIndexCommit().getUserData().equals(userData(release))) {
                return false;
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        } catch (IndexNotFoundException e) {
            return false;
        } catch (IOException | IllegalArgumentException e) {
            progress.accept("The search index in " + directory + " cannot be used: " + Reason.of(e)
                    + "; it is built again in the background");
            return false;
        }
    }

    private Map<String, String> userData(String release) {
        return Map.of("form", FORM, "release", release, "texts", source);
    }

    /** Builds the index of a graph, which must not be modified afterwards. */
    synchronized SearchIndex build(Graph graph, String release, Function<String, String> printed) {
        Texts texts = new Texts(graph, printed);
        try {
            IndexWriter target = writer.isPresent() ? writer.get() : open(OpenMode.CREATE);
            written = "";
            target.deleteAll();
            for (Iterator<Entry> entries = texts.entries().iterator(); entries.hasNext(); ) {
                target.addDocument(EntryDocument.of(entries.next()));
            }
            SearchIndex index = index(texts, release);
            commit();
            return index;
        } catch (IOException e) {
            useMemory(e);
            return build(graph, release, printed);
        }
    }

    /** The index after a change; empty if the documents are not those of the index before. */
    private synchronized Optional<SearchIndex> updated(
            SearchIndex before, Change change, String release, Function<String, String> printed) {
        if (writer.isEmpty() || last.filter(before.reader()::equals).isEmpty()) {
            return Optional.empty();
        }
        Texts texts = new Texts(change.after(), printed);
        try {
            written = "";
            new ChangedTexts(change, texts).write(writer.get());
            return Optional.of(index(texts, release));
        } catch (IOException e) {
            useMemory(e);
            return Optional.empty();
        }
    }

    private IndexWriter open(OpenMode mode) throws IOException {
        IndexWriter opened = new IndexWriter(directory, new IndexWriterConfig().setOpenMode(mode));
        writer = Optional.of(opened);
        return opened;
    }

    /** The index of what the writer has now. */
    private SearchIndex index(Texts texts, String release) throws IOException {
        DirectoryReader reader = DirectoryReader.open(writer.orElseThrow());
        last = Optional.of(reader);
        written = release;
        return new SearchIndex(texts, reader);
    }

    /** Gives the folder up, so that the next index is built in memory. */
    private void useMemory(IOException reason) {
        if (directory instanceof ByteBuffersDirectory) {
            throw new UncheckedIOException("The search index in memory cannot be written", reason);
        }
        progress.accept("warning: the search index in " + directory + " cannot be written: " + Reason.of(reason)
                + "; it is kept in memory");
        writer.ifPresent(broken -> IOUtils.closeWhileHandlingException(broken::rollback));
        writer = Optional.empty();
        directory = new ByteBuffersDirectory();
    }

    /** Makes the index of the last release the one that the next start uses. */
    public synchronized void commit() {
        if (writer.isPresent() && !written.isEmpty()) {
            try {
                writer.get().setLiveCommitData(userData(written).entrySet());
                writer.get().commit();
            } catch (IOException e) {
                useMemory(e);
            }
        }
    }

    /** Commits, and releases the folder. */
    @Override
    public synchronized void close() {
        commit();
        writer.ifPresent(IOUtils::closeWhileHandlingException);
        writer = Optional.empty();
    }
}
