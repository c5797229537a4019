// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.onrecord.evidence.Sentence;
import org.onrecord.sheet.coding.ArticleDefaults;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.sheet.write.PointerWriter;
import org.onrecord.sheet.write.YamlText;

/**
 * A first sheet for a text: the head filled, names proposed from the graph, and each sentence as a comment, with a
 * statement below it that has the words found for speaker, verb and content. What a person has to decide is left empty.
 */
public final class SheetProposal {
    /** The first line, by which editors find the JSON Schema. */
    public static final String SCHEMA_LINE = "# yaml-language-server: $schema=sheet.schema.json";

    private static final Pattern PRONOUN = Pattern.compile("\\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Ii]t)\\b");
    private static final int COMMENT = 150;

    private final CodedText text;
    private final Things things;
    private final KnownNames names;
    private final PointerWriter pointers;
    private final Cues cues;

    /** A proposal over the things of a home. */
    public SheetProposal(CodedText text, Things things) {
        this.text = text;
        this.things = things;
        this.names = KnownNames.in(text, things);
        this.pointers = new PointerWriter(text);
        this.cues = new Cues(text);
    }

    /**
     * What is known of an article before it is coded.
     *
     * @param article its slug
     * @param values keys and values of the head, in the order of the sheet; an empty value is to be filled in
     * @param coding the keys and values of {@code coding}
     */
    public record Known(String article, Map<String, String> values, Map<String, String> coding) {
        public Known {
            values = new LinkedHashMap<>(values);
            coding = new LinkedHashMap<>(coding);
        }
    }

    /** The sheet. */
    public String write(Known known) {
        YamlText out = new YamlText(0);
        out.line(SCHEMA_LINE);
        out.value(0, "article", known.article());
        out.value(0, "text", text.text().name());
        known.values().forEach((key, value) -> valueOrKey(key, value, 0, out));
        out.key(0, "coding");
        known.coding().forEach((key, value) -> valueOrKey(key, value, 2, out));
        names(out);
        out.key(0, "statements");
        int number = 0;
        for (Sentence sentence : Sentence.of(text.text().text())) {
            comment(++number, sentence, out);
            out.item(2, statement(number, sentence));
        }
        return out.toString();
    }

    private static void valueOrKey(String key, String value, int indent, YamlText out) {
        if (value.isEmpty()) {
            out.key(indent, key);
        } else {
            out.value(indent, key, value);
        }
    }

    /** The names of one meaning; those of several are comments. */
    private void names(YamlText out) {
        Map<Node, Set<String>> forms = new LinkedHashMap<>();
        Map<String, Set<Node>> several = new LinkedHashMap<>();
        names.places().forEach((place, meanings) -> {
            Set<Node> named = new LinkedHashSet<>(meanings);
            named.removeIf(thing -> Set.of("claim", "topic", "narrator").contains(things.kind(thing)));
            if (named.size() == 1) {
                forms.computeIfAbsent(named.iterator().next(), thing -> new LinkedHashSet<>())
                        .add(words(place));
            } else if (named.size() > 1) {
                several.put(words(place), named);
            }
        });
        if (forms.isEmpty() && several.isEmpty()) {
            out.line("# names: the words of the text for each thing, such as");
            out.line("#   person/first-last: [First Last, Last]");
            return;
        }
        out.key(0, "names");
        forms.forEach((thing, words) -> out.values(2, things.name(thing), new ArrayList<>(words)));
        several.forEach((words, meanings) -> out.line("  # " + words + ": "
                + String.join(" or ", meanings.stream().map(things::name).toList())));
        if (forms.isEmpty()) {
            out.line("  {}");
        }
    }

    private void comment(int number, Sentence sentence, YamlText out) {
        String rest = number + ": " + words(new Stretch(sentence.start(), sentence.end()));
        while (rest.length() > COMMENT && rest.lastIndexOf(' ', COMMENT) > 0) {
            int cut = rest.lastIndexOf(' ', COMMENT);
            out.line("  # " + rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        out.line("  # " + rest);
    }

    private YamlText statement(int number, Sentence sentence) {
        YamlText out = new YamlText(4);
        boolean headline = number == 1 && ArticleDefaults.hasHeadline(text);
        Optional<Stretch> verb = headline ? Optional.empty() : cues.verb(sentence);
        List<Stretch> content =
                verb.map(place -> cues.content(sentence, place)).orElse(List.of(cues.unquoted(sentence)));
        Optional<Stretch> speaker = verb.flatMap(place -> speaker(sentence, place, content));
        List<String> reported = pointers.speakerAndCue(speaker, verb, content);
        if (verb.isPresent()) {
            valueOrKey("by", reported.get(0), 0, out);
            out.value(0, "said", reported.get(1));
        }
        out.values(
                0,
                "text",
                content.stream()
                        .map(stretch -> pointers.content(stretch, List.of()))
                        .toList());
        out.value(0, "act", headline ? "headline" : "assert");
        out.key(0, "says");
        out.key(0, "topics");
        return out;
    }

    /** The actor or pronoun nearest to a verb, before others those outside the content. */
    private Optional<Stretch> speaker(Sentence sentence, Stretch verb, List<Stretch> content) {
        Stretch whole = new Stretch(sentence.start(), sentence.end());
        List<Stretch> candidates = new ArrayList<>(names.places().entrySet().stream()
                .filter(entry -> whole.contains(entry.getKey())
                        && entry.getValue().stream().anyMatch(things::isActor))
                .map(Map.Entry::getKey)
                .toList());
        String words = text.words(whole);
        Matcher pronouns = PRONOUN.matcher(words);
        while (pronouns.find()) {
            int start = whole.start() + words.codePointCount(0, pronouns.start());
            candidates.add(new Stretch(start, start + pronouns.group().length()));
        }
        candidates.addAll(cues.capitalized(sentence, verb));
        return candidates.stream()
                .filter(place -> content.stream().noneMatch(stretch -> stretch.overlaps(place)))
                .min(Comparator.comparing((Stretch place) -> place.distance(verb))
                        .thenComparing(place -> -place.length()));
    }

    private String words(Stretch place) {
        return text.words(place).replaceAll("\\s+", " ");
    }
}
