// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Finder;
import org.onrecord.sheet.text.Stretch;

/** Seeks the shortest words that point at a stretch of the text. */
public final class PointerWriter {
    private static final int SHORT = 60;
    private static final int MAX_CONTEXT = 8;

    private final CodedText text;
    private final Finder finder;

    public PointerWriter(CodedText text) {
        this.text = text;
        this.finder = new Finder(text);
    }

    /** The pointer to the words of a statement. */
    public String content(Stretch stretch, List<Stretch> outer) {
        return pointer(stretch, pointer -> finder.within(pointer, outer).equals(List.of(stretch)));
    }

    /** The pointer that means all of these places, and no other. */
    Optional<String> exactly(List<Stretch> places) {
        return Optional.of(words(places.get(0)))
                .filter(words -> text.find(words).equals(places));
    }

    /** The pointer to a stretch with context in any case, for a name that has other places. */
    public String inContext(Stretch stretch) {
        return contexts(stretch, words(stretch))
                .filter(pointer -> text.find(pointer).equals(List.of(stretch)))
                .findFirst()
                .orElse(numbers(stretch));
    }

    /** The pointer to date words near to others. */
    String dated(Stretch stretch, List<Stretch> near) {
        return pointer(stretch, pointer -> finder.dated(pointer, near).equals(List.of(stretch)));
    }

    /** Pointers to speaker and verb, each empty if there is none. */
    public List<String> speakerAndCue(Optional<Stretch> by, Optional<Stretch> said, List<Stretch> content) {
        List<String> speakers = by.map(this::candidates).orElse(List.of(""));
        List<String> verbs = said.map(this::candidates).orElse(List.of(""));
        for (int sum = 0; sum < speakers.size() + verbs.size() - 1; sum++) {
            for (int i = Math.max(0, sum - verbs.size() + 1); i <= Math.min(sum, speakers.size() - 1); i++) {
                Finder.Found found = finder.speakerAndCue(speakers.get(i), verbs.get(sum - i), content);
                if (found.by().equals(by.stream().toList())
                        && found.said().equals(said.stream().toList())) {
                    return List.of(speakers.get(i), verbs.get(sum - i));
                }
            }
        }
        return List.of(
                by.map(PointerWriter::numbers).orElse(""),
                said.map(PointerWriter::numbers).orElse(""));
    }

    /** Whether no two items in brackets could be read as words of the text with a comma. */
    boolean isSeparable(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (!text.find(words.get(i - 1) + ", " + words.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private List<String> candidates(Stretch stretch) {
        List<String> candidates = new ArrayList<>(List.of(words(stretch)));
        contexts(stretch, words(stretch)).forEach(candidates::add);
        return candidates;
    }

    private String pointer(Stretch stretch, Predicate<String> means) {
        String whole = words(stretch);
        if (whole.length() <= SHORT && means.test(whole)) {
            return whole;
        }
        List<String> words = List.of(whole.split(" "));
        Stream<String> ends = IntStream.rangeClosed(5, Math.min(words.size() - 1, 16))
                .boxed()
                .flatMap(sum -> IntStream.of((sum + 1) / 2, sum / 2 + 1, sum - 2)
                        .mapToObj(first -> ends(words, first, sum - first)));
        List<String> short3 = words.size() > 5 ? List.of(ends(words, 3, 2)) : List.of();
        return Stream.of(
                        short3.stream(),
                        ends,
                        Stream.of(whole),
                        contexts(stretch, whole),
                        contexts(stretch, ends(words, Math.min(3, words.size() - 1), 1)))
                .flatMap(candidates -> candidates)
                .filter(means)
                .findFirst()
                .orElse(numbers(stretch));
    }

    private static String ends(List<String> words, int first, int last) {
        return words.size() < 2
                ? words.get(0)
                : String.join(" ", words.subList(0, first)) + " .. "
                        + String.join(" ", words.subList(words.size() - last, words.size()));
    }

    /** Pointers with more and more words around. */
    private Stream<String> contexts(Stretch stretch, String words) {
        return IntStream.rangeClosed(1, MAX_CONTEXT)
                .boxed()
                .flatMap(count -> Stream.of(
                        before(stretch, count) + "[" + words + "]",
                        "[" + words + "]" + after(stretch, count),
                        before(stretch, count) + "[" + words + "]" + after(stretch, count)));
    }

    /** Words before a stretch in its paragraph, with the blank between. */
    private String before(Stretch stretch, int count) {
        int start = text.paragraphs().get(text.paragraph(stretch)).start();
        if (start >= stretch.start()) {
            return "";
        }
        String all = text.words(new Stretch(start, stretch.start())).replaceAll("\\s+", " ");
        int from = all.stripTrailing().length();
        for (int word = 0; word < count && from > 0; word++) {
            from = all.lastIndexOf(' ', from - 1);
        }
        return all.substring(from + 1);
    }

    private String after(Stretch stretch, int count) {
        int end = text.paragraphs().get(text.paragraph(stretch)).end();
        if (end <= stretch.end()) {
            return "";
        }
        String all = text.words(new Stretch(stretch.end(), end)).replaceAll("\\s+", " ");
        int to = 0;
        for (int word = 0; word < count && to >= 0; word++) {
            to = all.indexOf(' ', to + 1);
        }
        return to < 0 ? all : all.substring(0, to);
    }

    private String words(Stretch stretch) {
        return text.words(stretch).replaceAll("\\s+", " ");
    }

    private static String numbers(Stretch stretch) {
        return stretch.start() + "-" + stretch.end();
    }
}
