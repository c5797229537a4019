// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.sheet.yaml.YamlNode;
import org.onrecord.sheet.yaml.YamlNode.Mapping;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.sheet.yaml.YamlNode.Sequence;
import org.onrecord.sheet.yaml.YamlReader;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.onrecord.source.Reason;
import org.onrecord.source.SourceFile;
import org.onrecord.source.UnreadableFileException;

/**
 * The file of a sheet.
 *
 * @param file where it is
 * @param text its characters, with its own line ends
 * @param root its keys and values
 */
record SheetFile(SourceFile file, String text, Mapping root) {
    private static final Position START = new Position(1, 1);
    private static final long MAX_BYTES = 4L * YamlReader.MAX_LENGTH;

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException if it cannot be read
     * @throws BrokenFileException if it is too large, not UTF-8, or not YAML
     */
    static SheetFile read(SourceFile file) {
        if (Files.isDirectory(file.path())) {
            throw new UnreadableFileException(file.name(), "it is a folder; name the sheet, such as texts/x.yaml");
        }
        if (file.path().toFile().length() > MAX_BYTES) {
            throw new BrokenFileException(
                    file.name(), START, "The file is larger than 8 MiB; check that it is a sheet");
        }
        return of(file, decode(file));
    }

    /** The sheet with these characters. */
    static SheetFile of(SourceFile file, String text) {
        return new SheetFile(file, text, YamlReader.read(file.name(), text));
    }

    private static String decode(SourceFile file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.bytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BrokenFileException(file.name(), START, "The file is not UTF-8; save it as UTF-8");
        }
    }

    /** The text of a key. */
    Optional<String> value(String key) {
        return root.value(key).filter(Scalar.class::isInstance).map(value -> ((Scalar) value).text());
    }

    /** The position of a key, else of the sheet. */
    Position position(String key) {
        return root.position(key);
    }

    /**
     * The text with ids of statements added; all else is kept.
     *
     * @param numbers the numbers, by the position of a statement's first key
     */
    SheetFile numbered(Map<Position, Integer> numbers) {
        List<Change> changes = new ArrayList<>();
        for (Mapping statement : statements()) {
            Optional.ofNullable(numbers.get(statement.position())).ifPresent(number -> {
                String end = statement.flow() ? ", " : lineEnd() + margin(statement);
                int at = index(first(statement));
                changes.add(new Change(at, at, "id: " + number + end));
            });
        }
        return changed(changes);
    }

    /**
     * The text with proposed statements marked as accepted.
     *
     * @param name who accepts them
     * @param only their ids; all if empty
     */
    SheetFile accepted(String name, Set<String> only) {
        List<Change> changes = new ArrayList<>();
        for (Mapping statement : statements()) {
            boolean wanted = only.isEmpty()
                    || statement
                            .value("id")
                            .filter(id -> id instanceof Scalar scalar && only.contains(scalar.text()))
                            .isPresent();
            Optional<Scalar> review =
                    statement.value("review").filter(Scalar.class::isInstance).map(Scalar.class::cast);
            if (wanted
                    && review.filter(status -> status.text().equals("proposed")).isPresent()) {
                int at = index(review.get().position());
                String between = statement.flow() ? ", " : lineEnd() + margin(statement);
                String quoted = "'" + name.replace("'", "''") + "'";
                changes.add(new Change(at, at + "proposed".length(), "accepted" + between + "accepted: " + quoted));
            }
        }
        return changed(changes);
    }

    /** The ids of the statements proposed by a model and not accepted. */
    List<String> proposed() {
        return statements().stream()
                .filter(statement -> statement
                        .value("review")
                        .filter(review ->
                                review instanceof Scalar scalar && scalar.text().equals("proposed"))
                        .isPresent())
                .flatMap(statement -> statement.value("id").stream())
                .filter(Scalar.class::isInstance)
                .map(id -> ((Scalar) id).text())
                .toList();
    }

    /** A replacement of characters. */
    private record Change(int from, int to, String text) {}

    private SheetFile changed(List<Change> changes) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        List<Change> sorted = changes.stream()
                .sorted((a, b) -> Integer.compare(a.from(), b.from()))
                .toList();
        for (Change change : sorted) {
            out.append(text, done, change.from()).append(change.text());
            done = change.to();
        }
        return changes.isEmpty()
                ? this
                : of(file, out.append(text.substring(done)).toString());
    }

    private static Position first(Mapping statement) {
        return statement.values().keySet().stream()
                .findFirst()
                .map(statement::position)
                .orElse(statement.position());
    }

    private String margin(Mapping statement) {
        return " ".repeat((int) first(statement).column() - 1);
    }

    private String lineEnd() {
        return text.indexOf("\r\n") >= 0 ? "\r\n" : "\n";
    }

    /** The index of a position, whose column counts code points. */
    private int index(Position position) {
        int line = 0;
        for (long number = 1; number < position.line(); number++) {
            line = text.indexOf('\n', line) + 1;
        }
        return text.offsetByCodePoints(line, (int) position.column() - 1);
    }

    private List<Mapping> statements() {
        List<Mapping> all = new ArrayList<>();
        root.value("statements").ifPresent(statements -> collect(statements, all));
        return all;
    }

    private static void collect(YamlNode statements, List<Mapping> all) {
        List<YamlNode> items = statements instanceof Sequence list ? list.items() : List.of(statements);
        for (YamlNode item : items) {
            if (item instanceof Mapping statement) {
                all.add(statement);
                statement.value("reports").ifPresent(nested -> collect(nested, all));
            }
        }
    }

    /**
     * Writes the file if its bytes change, by a temporary file beside it.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void write() {
        Path path = file.path();
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), bytes)) {
                SourceFile.replace(path, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file.name() + "' cannot be written: " + Reason.of(e), e);
        }
    }
}
