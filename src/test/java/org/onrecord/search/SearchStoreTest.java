// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.CopiedFolder;
import org.onrecord.SampleHome;
import org.onrecord.engine.Change;
import org.onrecord.engine.StoreEdit;
import org.onrecord.engine.StoredDataset;
import org.onrecord.release.Release;
import org.onrecord.release.ReleaseHash;
import org.onrecord.vocabulary.Rec;

/** The search index in a folder. */
class SearchStoreTest {
    private final List<String> messages = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void usesTheIndexOfTheReleaseAgain() {
        build(folder);

        assertThat(found(store(folder), sample(), SearchStoreTest::unused)).isNotEmpty();
        assertThat(messages).isEmpty();
    }

    @Test
    void buildsTheIndexOfAnotherReleaseAndThatOfOtherTexts() {
        build(folder);

        assertThat(found(store(folder), changed(sample()), statement -> "")).contains("zymurgy");
        try (SearchStore other = SearchStore.in(folder, "texts", messages::add)) {
            SearchIndex index = other.of(changed(sample()), statement -> "whirligig");
            assertThat(index.search("whirligig", 1).hits()).isNotEmpty();
        }
        assertThat(messages).isEmpty();
    }

    @Test
    void followsTheReleaseThatItAdopted() {
        build(folder);
        Release before = sample();
        try (SearchStore store = SearchStore.in(folder, "", messages::add)) {
            store.adopt(before);
            Release next = changed(before);

            assertThat(store.of(next, statement -> "").search("zymurgy", 1).hits())
                    .hasSize(1);
            assertThat(store.of(before, SearchStoreTest::unused)
                            .search("zymurgy", 1)
                            .hits())
                    .isEmpty();
        }
    }

    @Test
    void reportsADamagedIndexAndBuildsItAgain() throws IOException {
        build(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().matches(".*[.](cfs|doc|tim|dvd)"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }

        assertThat(found(store(folder), sample(), statement -> "")).isNotEmpty();
        assertThat(messages)
                .singleElement()
                .asString()
                .contains("cannot be used")
                .contains("built again");
    }

    @Test
    void startsFromTheLastCommitOfAKilledProcess() throws IOException {
        try (SearchStore store = SearchStore.in(folder.resolve("index"), "", messages::add)) {
            Release before = sample();
            store.of(before, statement -> "");
            store.of(changed(before), statement -> "");
            Path left = CopiedFolder.copy(folder.resolve("index"), folder.resolve("left"));

            assertThat(found(store(left), sample(), SearchStoreTest::unused)).isNotEmpty();
        }
    }

    private static String unused(String statement) {
        throw new AssertionError("built again for " + statement);
    }

    private SearchStore store(Path in) {
        return SearchStore.in(in, "", messages::add);
    }

    private static void build(Path folder) {
        try (SearchStore store = SearchStore.in(folder, "", step -> {})) {
            store.of(sample(), statement -> "");
        }
    }

    /** The first text of a search for the content that the change adds, else of another. */
    private static String found(SearchStore store, Release release, Function<String, String> printed) {
        try (store) {
            SearchIndex index = store.of(release, printed);
            return Stream.of("zymurgy", "Kalden")
                    .flatMap(text -> index.search(text, 1).hits().stream())
                    .findFirst()
                    .map(Hit::matched)
                    .orElse("");
        }
    }

    /** The sample without indexes. */
    private static Release sample() {
        return new Release(SampleHome.release().dataset(), SampleHome.release().hashes());
    }

    private static Release changed(Release before) {
        StoredDataset dataset = (StoredDataset) before.dataset();
        StoreEdit edit = new StoreEdit(dataset.store());
        Triple added = Triple.create(
                NodeFactory.createURI(SampleHome.THINGS + "statement/v-12"),
                Rec.QUOTE,
                NodeFactory.createLiteralLang("zymurgy", "en"));
        edit.add(dataset.listGraphNodes().next(), added);
        StoredDataset next = new StoredDataset(edit.build());
        return before.next(
                next,
                new ReleaseHash(new TreeMap<>(Map.of("urn:graph", "changed"))),
                new Change(dataset.getDefaultGraph(), next.getDefaultGraph(), List.of(), List.of(added)));
    }
}
