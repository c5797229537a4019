// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.onrecord.release.change.ChangeList;
import org.onrecord.release.change.Changes;
import org.onrecord.release.change.Patch;
import org.onrecord.release.change.ReleaseQuads;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.vocabulary.BaseIri;

/** Files with the changes since an earlier release. */
public final class ChangeFiles {
    private ChangeFiles() {}

    /**
     * Writes the changes as RDF Patch, SPARQL Update and Markdown.
     *
     * @param earlier an exported folder, or its N-Quads
     * @param folder the folder of the newer release with its N-Quads
     * @param base the base of its IRIs
     */
    public static List<ReleaseFile> write(Path earlier, Path folder, BaseIri base) throws IOException {
        Path work = Files.createDirectory(folder.resolve(".work"));
        Changes changes = Changes.between(ReleaseQuads.read(earlier, work), ReleaseQuads.read(folder, work));
        FileUtils.deleteDirectory(work.toFile());
        return List.of(
                file(folder.resolve("changes.rdfp"), Patch.rdfPatch(changes, base), "application/rdf-patch"),
                file(folder.resolve("changes.ru"), Patch.update(changes), "application/sparql-update"),
                file(folder.resolve("changes.md"), ChangeList.markdown(changes, base), "text/markdown"));
    }

    private static ReleaseFile file(Path file, String text, String mediaType) throws IOException {
        Files.writeString(file, text);
        return ReleaseFile.of(file, mediaType);
    }
}
