// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.List;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Place;
import org.onrecord.source.Position;
import org.onrecord.source.Reason;
import org.onrecord.source.TurtleFile;

/** Parses shapes and finds the file of an ill-formed shape, which Jena does not report. */
final class ShapesReader {
    private static final Position START = new Position(1, 1);

    private ShapesReader() {}

    /**
     * Parses the shapes of files that may refer to each other.
     *
     * @throws BrokenFileException if a shape is not well-formed
     */
    static Shapes read(List<TurtleFile> files) {
        try {
            return Shapes.parse(MergedGraph.of(files).graph());
        } catch (RuntimeException e) {
            throw broken(Place.at(brokenFile(files), START), e);
        }
    }

    /** The exception for a shape that turns out to be ill-formed during validation. */
    static BrokenFileException broken(MergedGraph merged, Shape shape, RuntimeException cause) {
        return broken(merged.place(shape.getShapeNode()).orElse(Place.in("(no file)")), cause);
    }

    private static BrokenFileException broken(Place place, RuntimeException cause) {
        String reason = Reason.of(cause).lines().findFirst().orElse("");
        return new BrokenFileException(
                place.file(), place.position().orElse(START), "Invalid shape; correct it: " + reason);
    }

    /** The first file without which the shapes can be parsed. */
    private static String brokenFile(List<TurtleFile> files) {
        return files.stream()
                .map(TurtleFile::name)
                .filter(name -> isReadable(files.stream()
                        .filter(other -> !other.name().equals(name))
                        .toList()))
                .findFirst()
                .orElse(files.get(0).name());
    }

    private static boolean isReadable(List<TurtleFile> files) {
        try {
            return Shapes.parse(MergedGraph.of(files).graph()) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
