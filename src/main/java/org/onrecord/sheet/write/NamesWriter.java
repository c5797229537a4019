// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Mention;
import org.onrecord.sheet.coding.NameForms;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;

/** Writes mentions as the forms of names: bare words where every place is meant, words with context elsewhere. */
final class NamesWriter {
    private final Coding coding;
    private final CodedText text;
    private final Rules rules;
    private final ReferenceWriter references;
    private final PointerWriter pointers;

    NamesWriter(Coding coding, CodedText text, Rules rules, ReferenceWriter references) {
        this.coding = coding;
        this.text = text;
        this.rules = rules;
        this.references = references;
        this.pointers = new PointerWriter(text);
    }

    /**
     * Mentions of a thing by the same words, which differ in the same way from the rules.
     *
     * @param entries what differs, as entries of a mapping
     */
    private record Group(Node thing, String words, Map<String, List<String>> entries, List<Stretch> places) {
        NameForms.Form form() {
            return new NameForms.Form(thing, words);
        }
    }

    /** What mentions of a group have in common. */
    private record Key(Node thing, String words, Map<String, List<String>> entries) {}

    /** Adds a section, if there are such mentions. */
    void write(String key, boolean loaded, YamlText out) {
        List<Group> groups = groups(loaded);
        if (groups.isEmpty()) {
            return;
        }
        Map<Group, List<String>> written = written(groups);
        Map<Node, List<Group>> byThing = new LinkedHashMap<>();
        groups.forEach(group -> byThing.computeIfAbsent(group.thing(), thing -> new ArrayList<>())
                .add(group));
        out.key(0, key);
        byThing.forEach((thing, forms) -> {
            boolean plain = forms.stream().allMatch(group -> group.entries().isEmpty());
            List<String> words = forms.stream()
                    .flatMap(group -> written.getOrDefault(group, List.of()).stream())
                    .toList();
            if (plain && pointers.isSeparable(words)) {
                out.values(2, references.name(thing), words);
            } else if (plain) {
                out.list(2, references.name(thing), words);
            } else {
                out.key(2, references.name(thing));
                forms.forEach(group -> written.getOrDefault(group, List.of()).forEach(word -> form(group, word, out)));
            }
        });
    }

    private static void form(Group group, String words, YamlText out) {
        if (group.entries().isEmpty()) {
            out.item(4, words);
        } else {
            Map<String, List<String>> entries = new LinkedHashMap<>(Map.of("words", List.of(words)));
            entries.putAll(group.entries());
            out.item(4, entries);
        }
    }

    private List<Group> groups(boolean loaded) {
        Map<Key, List<Stretch>> places = new LinkedHashMap<>();
        for (Mention mention : coding.mentions()) {
            if (mention.loaded() == loaded) {
                String words = text.words(mention.place()).replaceAll("\\s+", " ");
                places.computeIfAbsent(new Key(mention.body(), words, entries(mention)), key -> new ArrayList<>())
                        .add(mention.place());
            }
        }
        List<Group> groups = new ArrayList<>();
        places.forEach((key, stretches) ->
                groups.add(new Group(key.thing(), key.words(), key.entries(), List.copyOf(stretches))));
        return groups;
    }

    /** What of a mention does not follow by rule. */
    private Map<String, List<String>> entries(Mention mention) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        NavigableSet<Node> in = new TreeSet<>(Rules.in(mention.place(), coding));
        if (!List.copyOf(in).equals(List.copyOf(mention.in()))) {
            List<String> numbers =
                    mention.in().stream().map(references::statement).toList();
            entries.put("in", numbers.isEmpty() ? List.of("none") : numbers);
        }
        Optional<Node> voice = rules.voice(mention.place(), mention.in(), coding);
        if (!voice.equals(mention.voice())) {
            entries.put("voice", List.of(mention.voice().map(this::voice).orElse("undecided")));
        }
        mention.note().ifPresent(note -> entries.put("note", List.of(note.getLiteralLexicalForm())));
        return entries;
    }

    private String voice(Node voice) {
        return references.isNarrator(voice) ? "narrator" : references.name(voice);
    }

    /** The words for each group, found by turning into contexts what bare words would mean too much. */
    private Map<Group, List<String>> written(List<Group> groups) {
        Set<Group> contextual = new HashSet<>();
        Map<Group, List<String>> written = bare(groups, contextual);
        while (true) {
            Map<Group, List<Stretch>> means = means(groups, written, contextual);
            Optional<Group> tooMuch = groups.stream()
                    .filter(group -> !contextual.contains(group))
                    .filter(group -> means.getOrDefault(group, List.of()).isEmpty()
                            || !group.places().containsAll(means.getOrDefault(group, List.of())))
                    .min(Comparator.comparingInt((Group group) -> group.places().size()));
            boolean changed = tooMuch.isPresent();
            tooMuch.ifPresent(contextual::add);
            for (Group group : groups) {
                List<Stretch> rest = new ArrayList<>(group.places());
                if (!contextual.contains(group)) {
                    rest.removeAll(means.getOrDefault(group, List.of()));
                }
                List<String> words = new ArrayList<>(contextual.contains(group) ? List.of() : List.of(group.words()));
                rest.forEach(place -> words.add(pointers.inContext(place)));
                changed |= tooMuch.isEmpty() && !words.equals(written.get(group));
                written.put(group, words);
            }
            if (!changed) {
                return written;
            }
        }
    }

    private static Map<Group, List<String>> bare(List<Group> groups, Set<Group> contextual) {
        Map<Group, List<String>> written = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> !contextual.contains(group))
                .forEach(group -> written.put(group, List.of(group.words())));
        return written;
    }

    /** What the bare words of each group mean, beside all other forms. */
    private Map<Group, List<Stretch>> means(
            List<Group> groups, Map<Group, List<String>> written, Set<Group> contextual) {
        List<NameForms.Form> forms = new ArrayList<>();
        groups.forEach(group -> written.getOrDefault(group, List.of())
                .forEach(words -> forms.add(new NameForms.Form(group.thing(), words))));
        NameForms places = new NameForms(text, forms);
        Map<Group, List<Stretch>> means = new LinkedHashMap<>();
        groups.forEach(group -> means.put(group, contextual.contains(group) ? List.of() : places.places(group.form())));
        return means;
    }
}
