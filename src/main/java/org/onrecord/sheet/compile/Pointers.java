// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Finder;
import org.onrecord.sheet.text.Finder.Found;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.sheet.yaml.YamlNode.Scalar;

/** Finds the words of statements, of their speakers and reporting verbs in the text. */
final class Pointers {
    private static final int CONTEXT = 20;
    private static final int SHOWN = 4;

    private final Draft draft;
    private final CodedText text;
    private final Finder finder;

    Pointers(Draft draft) {
        this.draft = draft;
        this.text = draft.text();
        this.finder = new Finder(text);
    }

    /** Adds the spans of content, speaker and cue of all statements to the draft. */
    void read() {
        draft.statements().forEach((statement, fields) -> {
            content(statement, fields);
            speakerAndCue(statement, fields);
        });
    }

    private void content(Node statement, Fields fields) {
        List<Stretch> outer = draft.parent(statement)
                .map(parent -> draft.spans(parent, Part.CONTENT))
                .orElse(List.of());
        List<Stretch> content = new ArrayList<>();
        for (Scalar pointer : fields.scalars("text")) {
            one(pointer, finder.within(pointer.text(), outer)).ifPresent(content::add);
        }
        if (!fields.has("text")) {
            draft.problems()
                    .error(
                            fields.mapping().position(),
                            "A statement has no 'text'; give the words of the article that it stands in");
        }
        checkOverlap(content, fields, "text");
        draft.span(statement, Part.CONTENT, content);
    }

    /** Reports stretches that overlap. */
    void checkOverlap(List<Stretch> stretches, Fields fields, String key) {
        List<Stretch> sorted = stretches.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                draft.problems()
                        .error(
                                fields.position(key),
                                "Two stretches of '" + key + "' overlap, '" + shorten(text.words(sorted.get(i - 1)))
                                        + "' and '" + shorten(text.words(sorted.get(i))) + "'; write them as one");
            }
        }
    }

    private void speakerAndCue(Node statement, Fields fields) {
        List<Stretch> content = draft.spans(statement, Part.CONTENT);
        Optional<Scalar> by = fields.scalar("by");
        Optional<Scalar> said = fields.scalar("said");
        if (content.isEmpty()) {
            return;
        }
        Found found = finder.speakerAndCue(
                by.map(Scalar::text).orElse(""), said.map(Scalar::text).orElse(""), content);
        by.flatMap(pointer -> one(pointer, found.by()))
                .ifPresent(place -> draft.span(statement, Part.SPEAKER, List.of(place)));
        said.flatMap(pointer -> one(pointer, found.said()))
                .ifPresent(place -> draft.span(statement, Part.CUE, List.of(place)));
    }

    /** The one place of a pointer. */
    Optional<Stretch> one(Scalar pointer, List<Stretch> places) {
        if (places.size() == 1) {
            return Optional.of(places.get(0));
        }
        draft.problems()
                .error(
                        pointer.position(),
                        places.isEmpty() ? missing(pointer.text()) : ambiguous(pointer.text(), places));
        return Optional.empty();
    }

    /** The one place of words anywhere in the text. */
    Optional<Stretch> one(Scalar pointer) {
        return one(pointer, text.find(pointer.text()));
    }

    private String ambiguous(String words, List<Stretch> places) {
        StringBuilder out =
                new StringBuilder("'" + shorten(words) + "' stands " + places.size() + " times in the text: ");
        places.stream().limit(SHOWN).forEach(place -> out.append("\n    ").append(surroundings(place)));
        return out + (places.size() > SHOWN ? "\n    ..." : "")
                + "\n  add words, or write one of these with its context and the words in square brackets";
    }

    /** The words in brackets, with some before and after. */
    String surroundings(Stretch place) {
        int start = Math.max(0, place.start() - CONTEXT);
        int end = Math.min(text.text().length(), place.end() + CONTEXT);
        return ("..." + (start < place.start() ? text.words(new Stretch(start, place.start())) : "") + "["
                        + shorten(text.words(place)) + "]"
                        + (place.end() < end ? text.words(new Stretch(place.end(), end)) : "") + "...")
                .replaceAll("\\s+", " ");
    }

    private String missing(String words) {
        List<Stretch> elsewhere = text.find(words);
        if (!elsewhere.isEmpty()) {
            return "'" + shorten(words) + "' stands outside the words of the statement that reports it: "
                    + surroundings(elsewhere.get(0)) + "; widen 'text' of that statement, or move this one";
        }
        if (!text.text().findNormalized(words).isEmpty()) {
            return "'" + shorten(words)
                    + "' stands in the text with other capitals, with accents as characters of their own, with invisible"
                    + " characters such as soft hyphens, or inside a word; copy it from the text";
        }
        return "The text does not have '" + shorten(words) + "'" + where(words)
                + "; copy the words, or shorten them to 'first words .. last words'";
    }

    /** How far the words follow the text. */
    private String where(String words) {
        String[] all = words.strip().split("\\s+");
        for (int length = all.length - 1; length > 0; length--) {
            List<Stretch> begun = text.find(String.join(" ", List.of(all).subList(0, length)));
            if (!begun.isEmpty()) {
                int from = begun.get(0).end();
                int to = Math.min(text.text().length(), from + CONTEXT);
                String next = from < to ? text.words(new Stretch(from, to)).strip() : "";
                return ": after '" + String.join(" ", List.of(all).subList(Math.max(0, length - 3), length))
                        + "' it goes on '" + next.replaceAll("\\s+", " ") + "...', not '" + all[length] + "'";
            }
        }
        return "";
    }

    static String shorten(String words) {
        int most = 60;
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most)) + "...";
    }
}
