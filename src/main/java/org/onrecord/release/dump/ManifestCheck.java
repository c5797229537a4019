// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.source.Reason;

/**
 * Compares a manifest with a recomputed one.
 *
 * @param folder the folder of the release
 * @param sums the SHA-256 of its files, by name
 */
record ManifestCheck(Path folder, Map<String, String> sums) {
    /** The first line that differs, or the parse error; empty if the manifest is correct. */
    Optional<String> fault(DumpContent quads, long triples) throws IOException {
        String text = Files.readString(folder.resolve(Manifest.NAME));
        try {
            List<String> actual = text.lines().toList();
            List<String> expected =
                    recomputed(text, quads, triples).text().lines().toList();
            for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
                String said = i < actual.size() ? actual.get(i).strip() : "nothing";
                String right = i < expected.size() ? expected.get(i).strip() : "nothing";
                if (!said.equals(right)) {
                    return Optional.of(Manifest.NAME + ":" + (i + 1) + ": has " + said + ", expected " + right);
                }
            }
            return Optional.empty();
        } catch (JsonException | ClassCastException e) {
            return Optional.of(Manifest.NAME + ": invalid manifest: " + Reason.of(e) + "; use the original file");
        }
    }

    /** Graphs and files as they are; title and licence as they are said. */
    private Manifest recomputed(String text, DumpContent quads, long triples) throws IOException {
        try (JsonReader json = JSON.createReader(new StringReader(text))) {
            JsonObject said = json.readObject();
            return new Manifest(
                    said.getString("title", ""), said.getString("license", ""), quads.graphs(), triples, files(said));
        }
    }

    /** The listed files with actual sizes and digests; a missing file as listed. */
    private List<ReleaseFile> files(JsonObject said) throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        JsonValue listed = said.getOrDefault("files", JsonValue.EMPTY_JSON_ARRAY);
        for (JsonObject file : listed.asJsonArray().getValuesAs(JsonObject.class)) {
            String name = file.getString("name", "");
            String type = file.getString("mediaType", "");
            long bytes = file.get("bytes") instanceof JsonNumber number ? number.longValue() : 0;
            files.add(
                    sums.containsKey(name)
                            ? new ReleaseFile(name, type, Files.size(folder.resolve(name)), sums.get(name))
                            : new ReleaseFile(name, type, bytes, file.getString("sha256", "")));
        }
        return files;
    }
}
