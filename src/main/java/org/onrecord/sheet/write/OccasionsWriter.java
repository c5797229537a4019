// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Dating;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/** Finds the occasions that statements of a speaker share, and writes what of a statement differs from them. */
final class OccasionsWriter {
    private final Coding coding;
    private final CodedText text;
    private final ReferenceWriter references;
    private final PointerWriter pointers;
    private final TranslationsWriter translations;
    private final Map<When, Occasion> occasions = new LinkedHashMap<>();

    OccasionsWriter(Coding coding, CodedText text, ReferenceWriter references, TranslationsWriter translations) {
        this.translations = translations;
        this.coding = coding;
        this.text = text;
        this.references = references;
        this.pointers = new PointerWriter(text);
        find();
    }

    /** Where and when a statement was made. */
    private record When(Optional<Node> event, Dating dating) {
        boolean isKnown() {
            return event.isPresent() || !dating.equals(Dating.NONE);
        }
    }

    /** What the statements of an occasion have in common; see the keys of the sheet. */
    private record Occasion(When when, List<Node> of, Optional<Stretch> words, String note, String carried) {}

    private void find() {
        Map<When, List<Node>> statements = new LinkedHashMap<>();
        Map<Node, Map<When, Integer>> speakers = new LinkedHashMap<>();
        for (Node statement : inTextOrder()) {
            When when = when(statement);
            if (when.isKnown()) {
                statements.computeIfAbsent(when, key -> new ArrayList<>()).add(statement);
            }
            if (depth(statement) == 1) {
                speakers.computeIfAbsent(value(statement, Rec.SPEAKER).orElseThrow(), key -> new LinkedHashMap<>())
                        .merge(when, when.isKnown() ? 3 : 2, Integer::sum);
            }
        }
        Map<When, List<Node>> of = new HashMap<>();
        speakers.forEach((speaker, counts) -> counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> of.computeIfAbsent(most.getKey(), key -> new ArrayList<>())
                        .add(speaker)));
        statements.forEach((when, members) -> {
            List<Node> usual = of.getOrDefault(when, List.of());
            if (when.event().isPresent() || !usual.isEmpty() && members.size() > 1) {
                occasions.put(when, occasion(when, usual, members));
            }
        });
    }

    private List<Node> inTextOrder() {
        return coding.spans().keySet().stream()
                .sorted(Comparator.comparing((Node statement) -> coding.spans(statement, Part.CONTENT).stream()
                                .findFirst()
                                .map(Stretch::start)
                                .orElse(0))
                        .thenComparing(TermOrder.TERMS))
                .toList();
    }

    private Occasion occasion(When when, List<Node> of, List<Node> statements) {
        Optional<Stretch> words = statements.stream()
                .flatMap(statement -> coding.spans(statement, Part.OCCASION).stream())
                .findFirst();
        List<Node> members =
                statements.stream().filter(statement -> isMember(statement, of)).toList();
        String note = Notes.commonEnd(members.stream().map(this::note).toList());
        String carried = Notes.commonEnd(members.stream()
                .filter(statement -> coding.spans(statement, Part.OCCASION).isEmpty())
                .map(statement -> Notes.without(note(statement), note))
                .toList());
        boolean shared = members.size() > 1;
        return new Occasion(when, of, words, shared ? note : "", shared && words.isPresent() ? carried : "");
    }

    private boolean isMember(Node statement, List<Node> of) {
        return depth(statement) == 1
                && value(statement, Rec.SPEAKER).filter(of::contains).isPresent();
    }

    /** Adds the section, if there are occasions. */
    void write(YamlText out) {
        if (!occasions.isEmpty()) {
            out.key(0, "occasions");
            occasions.values().forEach(occasion -> out.item(2, lines(occasion)));
        }
    }

    private YamlText lines(Occasion occasion) {
        YamlText out = new YamlText(4);
        Set<String> actors = Kind.ACTORS;
        occasion.when().event().ifPresent(event -> out.value(0, "event", references.shortest(event, Set.of("event"))));
        out.values(
                0,
                "of",
                occasion.of().stream()
                        .map(speaker -> references.shortest(speaker, actors))
                        .toList());
        occasion.words().ifPresent(words -> out.value(0, "words", pointers.content(words, List.of())));
        date(occasion.when().dating(), occasion.words().stream().toList(), out);
        if (!occasion.note().isEmpty()) {
            out.value(0, "note", occasion.note());
        }
        if (!occasion.carried().isEmpty()) {
            out.value(0, "carried", occasion.carried());
        }
        return out;
    }

    private void date(Dating dating, List<Stretch> near, YamlText out) {
        if (!dating.day().isEmpty()) {
            out.value(0, "day", dating.day());
        }
        dating.words().ifPresent(words -> out.value(0, "dated", pointers.dated(words, near)));
        if (!dating.isByRule()) {
            out.value(0, "basis", dating.basis());
        }
    }

    /** Adds to a statement what its speaker's occasion does not say, and returns its own note. */
    String write(Node statement, YamlText out) {
        When when = when(statement);
        Optional<Occasion> usual = depth(statement) != 1
                ? Optional.empty()
                : occasions.values().stream()
                        .filter(occasion -> isMember(statement, occasion.of()))
                        .findFirst();
        Optional<Occasion> named = when.event()
                .flatMap(event -> occasions.values().stream()
                        .filter(occasion -> occasion.when().event().equals(Optional.of(event)))
                        .findFirst());
        Optional<Occasion> applied = usual.filter(
                        occasion -> occasion.when().event().equals(when.event()) && when.isKnown())
                .or(() -> named)
                .filter(occasion -> hasNotes(statement, occasion));
        if (!applied.equals(usual) || applied.isEmpty() && when.event().isPresent()) {
            at(when.event(), applied.isPresent() || named.isEmpty(), usual.isPresent(), out);
        }
        where(statement, applied, out);
        Dating expected = applied.map(occasion -> occasion.when().dating()).orElse(Dating.NONE);
        if (!when.dating().equals(expected)) {
            own(when.dating(), coding.spans(statement, Part.CONTENT), out);
        }
        boolean carries = coding.spans(statement, Part.OCCASION).isEmpty();
        String rest = Notes.without(note(statement), applied.map(Occasion::note).orElse(""));
        return Notes.without(rest, carries ? applied.map(Occasion::carried).orElse("") : "");
    }

    /**
     * Adds the event of a statement.
     *
     * @param byName whether {@code at} with the event means what the statement has
     * @param refuse whether the speaker has another occasion
     */
    private void at(Optional<Node> event, boolean byName, boolean refuse, YamlText out) {
        if (event.isPresent() && byName) {
            out.value(0, "at", references.shortest(event.get(), Set.of("event")));
            return;
        }
        if (refuse) {
            out.value(0, "at", "none");
        }
        event.ifPresent(node -> out.value(0, "rec:occasion", references.name(node)));
    }

    /** Whether the note of a statement ends with what the occasion adds to it. */
    private boolean hasNotes(Node statement, Occasion occasion) {
        String note = note(statement);
        String rest = Notes.without(note, occasion.note());
        boolean carries = coding.spans(statement, Part.OCCASION).isEmpty();
        return note.endsWith(occasion.note()) && (!carries || rest.endsWith(occasion.carried()));
    }

    private void own(Dating dating, List<Stretch> near, YamlText out) {
        if (dating.equals(Dating.NONE)) {
            out.value(0, "basis", dating.basis());
        } else {
            date(dating, near, out);
        }
    }

    private void where(Node statement, Optional<Occasion> applied, YamlText out) {
        List<Stretch> content = coding.spans(statement, Part.CONTENT);
        List<Stretch> expected = applied.flatMap(Occasion::words).stream()
                .filter(words -> content.stream().anyMatch(stretch -> text.paragraph(stretch) == text.paragraph(words)))
                .toList();
        List<Stretch> actual = coding.spans(statement, Part.OCCASION);
        if (!actual.equals(expected)) {
            out.value(0, "where", actual.isEmpty() ? "none" : pointers.dated(actual.get(0), content));
        }
    }

    private When when(Node statement) {
        return new When(value(statement, Rec.OCCASION), Dating.of(coding, statement));
    }

    private int depth(Node statement) {
        return value(statement, Rec.DEPTH)
                .map(depth -> Integer.parseInt(depth.getLiteralLexicalForm()))
                .orElse(0);
    }

    private String note(Node statement) {
        return translations.note(statement);
    }

    private Optional<Node> value(Node statement, Node property) {
        return coding.facts().stream(statement, property, Node.ANY)
                .map(Triple::getObject)
                .min(TermOrder.TERMS);
    }
}
