// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The folder that holds {@code ontology/}, {@code data/} and {@code queries/}: one on disk, or the copy in the program.
 * Immutable. Each call lists the files again, sorted by name.
 */
public final class Home {
    private static final String BUNDLE = "/home/";

    private final Path root;

    private Home(Path root) {
        this.root = root;
    }

    /**
     * Opens a home on disk.
     *
     * @throws UnreadableFileException if the folder or one of the three subfolders is missing
     */
    public static Home at(Path root) {
        for (String part : List.of("ontology", "data", "queries")) {
            if (!Files.isDirectory(root.resolve(part))) {
                throw new UnreadableFileException(
                        root.resolve(part).toString(),
                        "a home contains the folders ontology, data and queries; check --home DIR");
            }
        }
        return new Home(root);
    }

    /** The home bundled with the program. */
    public static Home bundled() {
        URL marker = Home.class.getResource(BUNDLE + "ontology/onrecord.ttl");
        if (marker == null) {
            throw new UnreadableFileException(
                    "home/ontology/onrecord.ttl", "this build has no bundled home; use --home DIR");
        }
        return Home.at(path(marker).resolve("../..").normalize());
    }

    /** The Turtle files of the ontology and its shapes: {@code ontology/**.ttl}. */
    public List<SourceFile> ontology() {
        return files("ontology", ".ttl");
    }

    /** The Turtle files of the data: {@code data/**.ttl}. */
    public List<SourceFile> data() {
        return files("data", ".ttl");
    }

    /** Inference rules: {@code ontology/rules/*.rq}. */
    public List<SourceFile> rules() {
        return files("ontology/rules", ".rq");
    }

    /** The questions of the catalogue: {@code queries/*.rq}. */
    public List<SourceFile> queries() {
        return files("queries", ".rq");
    }

    private List<SourceFile> files(String folder, String extension) {
        Path start = root.resolve(folder);
        return !Files.isDirectory(start)
                ? List.of()
                : SourceFile.below(start, extension).stream().map(this::named).toList();
    }

    /** The file with its path relative to the home as name. */
    private SourceFile named(SourceFile file) {
        return new SourceFile(root.relativize(file.path()).toString().replace('\\', '/'), file.path());
    }

    private static Path path(URL url) {
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                open(uri);
            }
            return Path.of(uri);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("The program's own files cannot be opened at " + url, e);
        }
    }

    /** Opens the jar's file system. It is never closed. */
    private static void open(URI uri) throws IOException {
        try {
            FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException ignored) {
            // Opened by an earlier call: Path.of finds it.
        }
    }
}
