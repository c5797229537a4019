// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.engine.Store;
import org.onrecord.engine.StoreForm;
import org.onrecord.engine.StoredDataset;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Results;
import org.onrecord.validation.Validator;

/**
 * The binary form of a loaded home: the digests of its files, the hashes of its graphs, what has warnings, and the store. It is an
 * index of the files: it can be deleted and built again.
 *
 * <p>Form: the text {@link #MAGIC}, a JSON object after its length in bytes, the store, and the CRC-32C of all before it.
 */
public final class Snapshot {
    /** Changes with the form of snapshots, and with whatever the program derives from the same files. */
    private static final String MAGIC = "On Record snapshot 3\n";

    private static final String RESOURCE = "/META-INF/onrecord-snapshot";
    private static final int CHECKSUM = 8;
    private static final int BUFFER = 1 << 20;

    private Snapshot() {}

    /** Writes a loaded home. The stream is flushed, not closed. */
    static void write(Loading.Ready ready, OutputStream file) throws IOException {
        Store store = ready.home().dataset().store();
        write(ready, id -> store.term(id).getBlankNodeLabel(), file);
    }

    private static void write(Loading.Ready ready, IntFunction<String> label, OutputStream file) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(file, BUFFER), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
        byte[] head = head(ready).toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(head.length);
        out.write(head);
        StoreForm.write(ready.home().dataset().store(), label, out);
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    private static JsonObject head(Loading.Ready ready) throws SnapshotException {
        JsonObjectBuilder graphs = Json.createObjectBuilder();
        ready.release().hashes().graphs().forEach(graphs::add);
        return Json.createObjectBuilder()
                .add("release", ready.release().hash())
                .add("graphs", graphs)
                .add("ontology", files(ready.home().ontologyFiles()))
                .add("data", files(ready.home().dataFiles()))
                .add("results", focusNodes(ready.home()))
                .build();
    }

    /** The term numbers of the focus nodes that have results, by the IRI of the shape. */
    private static JsonObjectBuilder focusNodes(LoadedHome home) throws SnapshotException {
        JsonObjectBuilder shapes = Json.createObjectBuilder();
        for (Map.Entry<Node, Set<Node>> shape : home.results().focusNodes().entrySet()) {
            if (!shape.getKey().isURI()) {
                throw new SnapshotException("a shape without IRI has results; give it an IRI");
            }
            JsonArrayBuilder nodes = Json.createArrayBuilder();
            shape.getValue().forEach(node -> nodes.add(home.dataset().store().id(node)));
            shapes.add(shape.getKey().getURI(), nodes);
        }
        return shapes;
    }

    private static Map<Node, Set<Node>> focusNodes(JsonObject shapes, Store store) {
        Map<Node, Set<Node>> focusNodes = new HashMap<>();
        shapes.keySet()
                .forEach(shape -> focusNodes.put(
                        NodeFactory.createURI(shape),
                        shapes.getJsonArray(shape).getValuesAs(JsonNumber.class).stream()
                                .map(id -> store.term(id.intValue()))
                                .collect(Collectors.toSet())));
        return focusNodes;
    }

    private static JsonArrayBuilder files(List<LoadedFile> files) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        files.forEach(file -> array.add(
                Json.createArrayBuilder().add(file.name()).add(file.state()).add(file.digest())));
        return array;
    }

    /**
     * Reads a loaded home.
     *
     * @param home the home that it is of
     * @throws SnapshotException if the file is damaged or of another version of the program
     */
    static Loading.Ready read(Path file, Home home) throws IOException {
        check(file);
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, home);
        }
    }

    /** Checks the whole file first, so that no damaged length is believed. */
    private static void check(Path file) throws IOException {
        try (CheckedInputStream in =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), new CRC32C())) {
            if (!MAGIC.equals(new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII))) {
                throw new SnapshotException("it is of another version of the program");
            }
            in.skipNBytes(Math.max(0, Files.size(file) - MAGIC.length() - CHECKSUM));
            long checksum = in.getChecksum().getValue();
            if (checksum != new DataInputStream(in).readLong()) {
                throw new SnapshotException("it is damaged");
            }
        } catch (EOFException e) {
            throw new SnapshotException("it is too short");
        }
    }

    /** Writes a loaded home as that of the program, so that the bytes follow from the files alone. */
    public static void writeBundled(Loading.Ready ready, Path classes) throws IOException {
        Path file = classes.resolve(RESOURCE.substring(1));
        Files.deleteIfExists(file);
        Files.createDirectories(file.getParent());
        LoadedHome home = ready.home().withoutStates();
        try (OutputStream out = Files.newOutputStream(file)) {
            write(new Loading.Ready(ready.release(), home), id -> "packaged-" + id, out);
        }
    }

    /** The home of the program as the build loaded it; empty if it was not packaged. */
    public static Optional<Loading.Ready> bundled(Home home) {
        try (InputStream in = Snapshot.class.getResourceAsStream(RESOURCE)) {
            return in == null ? Optional.empty() : Optional.of(read(in, home));
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file " + RESOURCE + " cannot be read", e);
        }
    }

    /** Reads a loaded home from a stream that is not damaged. */
    static Loading.Ready read(InputStream file, Home home) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(file, BUFFER));
        in.skipNBytes(MAGIC.length());
        JsonObject head = head(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        SortedMap<String, String> graphs = new TreeMap<>();
        JsonObject hashes = head.getJsonObject("graphs");
        hashes.keySet().forEach(graph -> graphs.put(graph, hashes.getString(graph)));
        StoredDataset dataset = new StoredDataset(StoreForm.read(in));
        List<LoadedFile> ontology = files(head.getJsonArray("ontology"), home.ontology());
        Validator validator = new Validator(
                ontology.stream().map(terms -> copy(terms, dataset)).toList());
        Results results =
                validator.results(dataset.explicit(), focusNodes(head.getJsonObject("results"), dataset.store()));
        LoadedHome loaded =
                new LoadedHome(dataset, ontology, files(head.getJsonArray("data"), home.data()), validator, results);
        return loaded.ready(new Release(dataset, new ReleaseHash(graphs)));
    }

    /** A file of the ontology that does not keep the dataset in memory. */
    static TurtleFile copy(LoadedFile file, StoredDataset dataset) {
        Graph copy = GraphMemFactory.createDefaultGraphSameTerm();
        GraphUtil.addInto(copy, dataset.getGraph(LoadedHome.graph(file)));
        return TurtleFile.of(file.source(), copy);
    }

    private static JsonObject head(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Files as they were loaded; those that do not exist any more have only their name. */
    private static List<LoadedFile> files(JsonArray files, List<SourceFile> present) {
        Map<String, SourceFile> sources =
                present.stream().collect(Collectors.toMap(SourceFile::name, source -> source));
        return files.getValuesAs(JsonArray.class).stream()
                .map(file -> new LoadedFile(
                        sources.getOrDefault(
                                file.getString(0), new SourceFile(file.getString(0), Path.of(file.getString(0)))),
                        file.getString(1),
                        file.getString(2)))
                .toList();
    }
}
