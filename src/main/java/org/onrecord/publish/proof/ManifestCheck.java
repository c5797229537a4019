// SPDX-License-Identifier: Apache-2.0
package org.onrecord.publish.proof;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.publish.folder.Manifest;
import org.onrecord.publish.folder.ReleaseFile;

/**
 * Compares a manifest with one that is made again.
 *
 * @param folder of the release
 */
record ManifestCheck(Path folder) {
    /** What a manifest says that is not so: the first line of it, or why it cannot be read; empty if all is so. */
    Optional<String> fault(Content quads, long triples) throws IOException {
        String text = Files.readString(folder.resolve(Manifest.NAME));
        try {
            List<String> is = text.lines().toList();
            List<String> should = new Manifest(quads.graphs(), triples, files(text))
                    .text()
                    .lines()
                    .toList();
            for (int i = 0; i < Math.max(is.size(), should.size()); i++) {
                String said = i < is.size() ? is.get(i).strip() : "nothing";
                String right = i < should.size() ? should.get(i).strip() : "nothing";
                if (!said.equals(right)) {
                    return Optional.of(
                            Manifest.NAME + ":" + (i + 1) + ": says " + said + " where " + right + " is right");
                }
            }
            return Optional.empty();
        } catch (JsonException | ClassCastException | NullPointerException e) {
            return Optional.of(
                    Manifest.NAME + ": is no manifest: " + e.getMessage() + "; take the one that was written");
        }
    }

    /** The files that it lists, as they are; one that is not here as it says. */
    private List<ReleaseFile> files(String text) throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        try (JsonReader json = Json.createReader(new java.io.StringReader(text))) {
            for (JsonObject file : json.readObject().getJsonArray("files").getValuesAs(JsonObject.class)) {
                String name = file.getString("name");
                String type = file.getString("mediaType");
                Path path = folder.resolve(Path.of(name).getFileName());
                files.add(
                        Files.isRegularFile(path)
                                ? ReleaseFile.of(path, type)
                                : new ReleaseFile(
                                        name, type, file.getJsonNumber("bytes").longValue(), file.getString("sha256")));
            }
        }
        return files;
    }
}
