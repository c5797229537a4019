// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.sheet.coding.Dating;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Finder;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/** The occasions and dates of statements: those that a statement says, else those of its speaker's occasion. */
final class Occasions {
    /** The keys of an occasion. */
    static final Set<String> KEYS = Set.of("event", "of", "words", "day", "dated", "basis", "note", "carried");

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern DAY = Pattern.compile(DATE + "|" + DATE + "/(" + DATE + ")?|/" + DATE);

    private final Draft draft;
    private final References references;
    private final List<Occasion> occasions = new ArrayList<>();

    Occasions(Draft draft, References references) {
        this.draft = draft;
        this.references = references;
    }

    /**
     * An occasion of the article.
     *
     * @param of the speakers whose statements of depth 1 belong to it
     * @param words where the text names it
     * @param note joins the note of each statement
     * @param carried joins the note of a statement in a paragraph without the words
     */
    private record Occasion(
            Optional<Node> event, Set<Node> of, Optional<Stretch> words, Dating dating, String note, String carried) {}

    /** Adds occasions and dates to all statements. */
    void read(Fields sheet) {
        sheet.mappings("occasions").forEach(this::occasion);
        draft.statements().forEach(this::apply);
    }

    private void occasion(Fields fields) {
        fields.allow(KEYS);
        Set<Node> of = fields.scalars("of").stream()
                .flatMap(speaker -> references.thing(speaker, Kind.ACTORS).stream())
                .collect(Collectors.toSet());
        Pointers pointers = new Pointers(draft);
        Optional<Stretch> words = fields.scalar("words").flatMap(pointers::one);
        Optional<Stretch> dated = fields.scalar("dated")
                .flatMap(pointer -> dated(pointer, words.stream().toList()));
        occasions.add(new Occasion(
                fields.scalar("event").flatMap(event -> references.thing(event, Set.of("event"))),
                of,
                words,
                dating(fields, fields.text("day").orElse(""), dated),
                fields.text("note").orElse(""),
                fields.text("carried").orElse("")));
    }

    private Optional<Stretch> dated(Scalar pointer, List<Stretch> words) {
        List<Stretch> places = new Finder(draft.text()).dated(pointer.text(), words);
        return new Pointers(draft).one(pointer, places);
    }

    private Dating dating(Fields fields, String day, Optional<Stretch> dated) {
        boolean valid = day.isEmpty()
                || DAY.matcher(day).matches()
                        && Stream.of(day.split("/"))
                                .allMatch(part -> part.isEmpty() || XSDDatatype.XSDdate.isValid(part));
        if (!valid) {
            draft.problems()
                    .error(
                            fields.position("day"),
                            "Invalid day '" + day + "'; write 2023-10-04, or FROM/UNTIL with one or both of them");
            return Dating.NONE;
        }
        Dating dating = Dating.of(day, dated);
        return fields.scalar("basis")
                .flatMap(
                        basis -> references.code(basis, "date-basis").map(code -> new Dating(day, dated, basis.text())))
                .orElse(dating);
    }

    private void apply(Node statement, Fields fields) {
        Optional<Occasion> occasion = occasion(statement, fields);
        Optional<Stretch> words = words(statement, fields, occasion);
        occasion.flatMap(Occasion::event).ifPresent(event -> draft.add(statement, Rec.OCCASION, event));
        draft.span(statement, Part.OCCASION, words.stream().toList());
        occasion.ifPresent(some -> {
            draft.appendNote(statement, words.isPresent() ? "" : some.carried());
            draft.appendNote(statement, some.note());
        });
        date(statement, dating(statement, fields, occasion.map(Occasion::dating)));
    }

    /** The words that name the occasion: those that the statement says, else those of the occasion in its paragraph. */
    private Optional<Stretch> words(Node statement, Fields fields, Optional<Occasion> occasion) {
        Optional<Scalar> where = fields.scalar("where");
        if (where.isPresent()) {
            return where.filter(pointer -> !pointer.text().equals("none"))
                    .flatMap(pointer -> dated(pointer, draft.spans(statement, Part.CONTENT)));
        }
        return occasion.flatMap(Occasion::words).filter(words -> isInParagraph(words, statement));
    }

    private Optional<Occasion> occasion(Node statement, Fields fields) {
        Optional<Scalar> at = fields.scalar("at");
        if (at.isEmpty()) {
            return draft.depth(statement) != 1
                    ? Optional.empty()
                    : occasions.stream()
                            .filter(some -> draft.values(statement, Rec.SPEAKER).stream()
                                    .anyMatch(some.of()::contains))
                            .findFirst();
        }
        draft.place(statement, Rec.OCCASION, at.get().position());
        if (at.get().text().equals("none")) {
            return Optional.empty();
        }
        Optional<Node> event = references.thing(at.get(), Set.of("event"));
        return event.flatMap(node -> occasions.stream()
                .filter(some -> some.event().equals(event))
                .findFirst()
                .or(() -> Optional.of(new Occasion(event, Set.of(), Optional.empty(), Dating.NONE, "", ""))));
    }

    private boolean isInParagraph(Stretch words, Node statement) {
        CodedText text = draft.text();
        return draft.spans(statement, Part.CONTENT).stream()
                .anyMatch(stretch -> text.paragraph(stretch) == text.paragraph(words));
    }

    private Dating dating(Node statement, Fields fields, Optional<Dating> occasion) {
        if (!fields.has("day") && !fields.has("dated") && !fields.has("basis")) {
            return occasion.orElse(Dating.NONE);
        }
        Optional<Stretch> dated =
                fields.scalar("dated").flatMap(pointer -> dated(pointer, draft.spans(statement, Part.CONTENT)));
        draft.place(statement, Rec.STATED_ON, fields.position(fields.has("day") ? "day" : "dated"));
        return dating(fields, fields.text("day").orElse(""), dated);
    }

    private void date(Node statement, Dating dating) {
        dating.days().forEach((property, day) -> draft.add(statement, property, day));
        draft.add(statement, Rec.DATE_BASIS, Rules.code("date-basis", dating.basis()));
        dating.words().ifPresent(words -> {
            draft.span(statement, Part.DATE, List.of(words));
            if (dating.basis().equals("inferred")) {
                draft.add(
                        statement,
                        Rec.DATE_WORDS,
                        NodeFactory.createLiteralLang(draft.text().words(words), "en"));
            }
        });
    }
}
