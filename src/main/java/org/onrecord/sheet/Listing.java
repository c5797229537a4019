// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.vocabulary.Rec;

/** Shows what the pointers of a sheet mean, so that a coder sees words that were not meant. */
final class Listing {
    private static final int SHOWN = 90;

    private final Coding coding;
    private final CodedText text;
    private final Things things;

    Listing(Coding coding, CodedText text, Things things) {
        this.coding = coding;
        this.text = text;
        this.things = things;
    }

    /** Each statement with its speaker and words, a line each. */
    List<String> statements() {
        List<String> lines = new ArrayList<>();
        for (Node statement : coding.spans().keySet()) {
            String speaker = coding.facts().stream(statement, Rec.SPEAKER, Node.ANY)
                    .map(Triple::getObject)
                    .map(things::name)
                    .findFirst()
                    .orElse("?");
            List<String> words = coding.spans(statement, Part.CONTENT).stream()
                    .map(stretch -> '"' + shortened(text.words(stretch)) + '"')
                    .toList();
            lines.add("  " + name(statement) + "  " + speaker + ": " + String.join(" + ", words));
        }
        return lines;
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        int half = SHOWN / 2 - 2;
        return line.length() <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, half)) + " ... "
                        + line.substring(line.offsetByCodePoints(line.length(), -half));
    }

    /** The text, with the words of each statement between brackets with its number. */
    List<String> text() {
        TreeMap<Integer, String> marks = new TreeMap<>();
        for (Node statement : coding.spans().keySet()) {
            String number = name(statement).replaceFirst("^.*-0*", "");
            for (Stretch stretch : coding.spans(statement, Part.CONTENT)) {
                marks.merge(stretch.start(), "[" + number + " ", String::concat);
                marks.merge(stretch.end(), " " + number + "]", (before, mark) -> mark + before);
            }
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int at : marks.keySet()) {
            out.append(at > done ? text.words(new Stretch(done, at)) : "").append(marks.get(at));
            done = at;
        }
        int length = text.text().length();
        return out.append(done < length ? text.words(new Stretch(done, length)) : "")
                .toString()
                .lines()
                .toList();
    }

    private String name(Node statement) {
        return things.name(statement).replaceFirst("^statement/", "");
    }
}
