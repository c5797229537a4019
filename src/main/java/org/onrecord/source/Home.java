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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.vocabulary.BaseIri;

/**
 * A folder with {@code data/}: one on disk, or the copy in the program. {@code ontology/} and {@code queries/} are those
 * of the program unless the folder has its own. Immutable. Each call lists the files again, sorted by name.
 */
public final class Home {
    private static final String BUNDLE = "/home/";
    private static final String DATA = "data";
    private static final String DATASET = "data/dataset.ttl";
    private static final String QUERIES = "queries";
    private static final String ONTOLOGY = "ontology";
    private static final Pattern RDF = Pattern.compile(
            "(?i)[.](ttl|turtle|trig|nt|ntriples|nq|nquads|n3|rdf|owl|xml|trix|rj|json|jsonld)([.](gz|bz2|txt))?$");
    private static final Pattern QUERY = Pattern.compile("(?i)[.](rq|sparql|sq)([.](gz|bz2|txt))?$");

    private final Path root;

    private Home(Path root) {
        this.root = root;
    }

    /**
     * Opens a home on disk.
     *
     * @throws UnreadableFileException if the folder or its subfolder {@code data} is missing
     */
    public static Home at(Path root) {
        if (!Files.isDirectory(root.resolve(DATA))) {
            throw new UnreadableFileException(
                    root.resolve(DATA).toString(), "a home contains the folder data; check --home DIR");
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
        return new Home(path(marker).resolve("../..").normalize());
    }

    /** The folder of the home. */
    public Path root() {
        return root;
    }

    /** The base of the home's IRIs, as {@code data/dataset.ttl} says it. */
    public BaseIri base() {
        Path file = root.resolve(DATASET);
        return Files.exists(file)
                ? BaseIri.of(TurtleReader.read(new SourceFile(DATASET, file)).graph())
                : BaseIri.ONRECORD;
    }

    /** What a user may have overlooked, a line each: files that are not read, and a missing base. */
    public List<String> warnings() {
        Set<Path> read = Stream.of(data(), ontology(), rules(), queries())
                .flatMap(List::stream)
                .map(SourceFile::path)
                .collect(Collectors.toSet());
        List<String> warnings = new ArrayList<>();
        for (String folder : List.of(DATA, ONTOLOGY, QUERIES)) {
            Path own = root.resolve(folder);
            List<SourceFile> found = Files.isDirectory(own) ? SourceFile.entries(own) : List.of();
            found.stream()
                    .filter(file -> !read.contains(file.path()))
                    .flatMap(file -> overlooked(named(root, file)).stream())
                    .forEach(warnings::add);
        }
        if (!Files.exists(root.resolve(DATASET))) {
            warnings.add("'" + DATASET + "' is missing, which says the base IRI, title and licence of the data; "
                    + BaseIri.ONRECORD.iri() + " is assumed as base");
        }
        return warnings;
    }

    /** The warning for a file that is not read and looks as if it should be. */
    private static Optional<String> overlooked(SourceFile file) {
        String problem = "'" + file.name() + "' is not read: ";
        if (!Files.exists(file.path())) {
            return Optional.of(problem + "the symbolic link leads to nothing; correct or delete it");
        }
        if (RDF.matcher(file.name()).find()) {
            return Optional.of(problem + "write it as Turtle, with the extension .ttl, in data/ or ontology/");
        }
        return QUERY.matcher(file.name()).find()
                ? Optional.of(problem + "a question has the extension .rq in queries/, a rule in ontology/rules/")
                : Optional.empty();
    }

    /** Whether the questions are its own, not those of the program. */
    public boolean hasOwnQueries() {
        return Files.isDirectory(root.resolve(QUERIES));
    }

    /** The Turtle files of the ontology and its shapes: {@code ontology/**.ttl}. */
    public List<SourceFile> ontology() {
        return files(ONTOLOGY, ".ttl");
    }

    /** The Turtle files of the data: {@code data/**.ttl}. */
    public List<SourceFile> data() {
        return files(DATA, ".ttl");
    }

    /** Inference rules: {@code ontology/rules/*.rq}. */
    public List<SourceFile> rules() {
        return files("ontology/rules", ".rq");
    }

    /** The questions of the catalogue: {@code queries/*.rq}. */
    public List<SourceFile> queries() {
        return files(QUERIES, ".rq");
    }

    private List<SourceFile> files(String folder, String extension) {
        Path own = root.resolve(Path.of(folder).getName(0).toString());
        Path home = Files.isDirectory(own) ? root : bundled().root;
        Path start = home.resolve(folder);
        return !Files.isDirectory(start)
                ? List.of()
                : SourceFile.below(start, extension).stream()
                        .map(file -> named(home, file))
                        .toList();
    }

    /** The file with its path relative to the home as name. */
    private static SourceFile named(Path home, SourceFile file) {
        return new SourceFile(home.relativize(file.path()).toString().replace('\\', '/'), file.path());
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
