// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.sheet.coding.Dating;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.coding.StatementKey;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.Finder;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/** Reads the values of statements, and adds by rule what their keys do not say. */
final class StatementValues {
    private static final Set<String> SPOKEN = Set.of(
            "urge",
            "call-on",
            "demand",
            "offer",
            "promise",
            "confirm",
            "deny",
            "recognise",
            "refuse-comment",
            "ask",
            "propose",
            "warn",
            "accuse");

    private final Draft draft;
    private final References references;
    private final Rules rules;
    private final KeyValues values;

    StatementValues(Draft draft, References references, Rules rules) {
        this.draft = draft;
        this.references = references;
        this.rules = rules;
        this.values = new KeyValues(draft, references);
    }

    /** Adds the speakers of all statements. */
    void speakers() {
        draft.statements().forEach((statement, fields) -> {
            Optional<Node> speaker = speaker(statement, fields);
            speaker.ifPresent(actor -> draft.add(statement, Rec.SPEAKER, actor));
            draft.parent(statement)
                    .flatMap(outer -> draft.values(outer, Rec.SPEAKER).stream().findFirst())
                    .ifPresent(via -> draft.add(statement, Rec.VIA, via));
        });
    }

    private Optional<Node> speaker(Node statement, Fields fields) {
        if (fields.has("who")) {
            return fields.scalar("who").flatMap(who -> references.thing(who, Kind.ACTORS));
        }
        if (draft.depth(statement) == 0) {
            return Optional.of(draft.narrator());
        }
        Optional<Stretch> by = draft.span(statement, Part.SPEAKER);
        Optional<Node> named = by.flatMap(place -> rules.speaker(place, draft.mentions()));
        if (named.isEmpty() && by.isPresent()) {
            String words = draft.text().words(by.get());
            Optional<Node> labelled = references.label(words, Kind.ACTORS);
            if (labelled.isPresent()) {
                return labelled;
            }
            draft.problems()
                    .error(
                            fields.position("by"),
                            "'" + Pointers.shorten(words) + "' names no actor of 'names'; say 'who: "
                                    + before(statement) + "', or add the words to 'names'");
        } else if (by.isEmpty() && !fields.has("by")) {
            draft.problems()
                    .error(
                            fields.mapping().position(),
                            "A nested statement has neither 'by' nor 'who'; give the words that name its speaker");
        }
        return named;
    }

    /** The speaker of the statement before, as a proposal. */
    private String before(Node statement) {
        Node last = draft.narrator();
        for (Node other : draft.statements().keySet()) {
            if (other.equals(statement)) {
                break;
            }
            last = draft.values(other, Rec.SPEAKER).stream()
                    .filter(actor -> !actor.equals(draft.narrator()))
                    .findFirst()
                    .orElse(last);
        }
        return last.equals(draft.narrator()) ? "KIND/SLUG" : references.name(last);
    }

    /** Adds what the keys of one property each say, and form, quotations and speaker reference. */
    void values() {
        draft.statements().forEach((statement, fields) -> {
            for (StatementKey key : StatementKey.values()) {
                for (Scalar value : fields.scalars(key.key())) {
                    if (key == StatementKey.CALLED_UPON && value.text().equals("none")) {
                        continue;
                    }
                    values.node(key, value).ifPresent(node -> draft.add(statement, key.property(), node));
                    draft.place(statement, key.property(), value.position());
                }
            }
            for (String property : fields.properties()) {
                references
                        .property(property, fields)
                        .ifPresent(node -> fields.scalars(property)
                                .forEach(value -> draft.add(statement, node, references.value(value))));
            }
            quotes(statement, fields);
            defaults(statement, fields);
        });
    }

    private void quotes(Node statement, Fields fields) {
        List<Stretch> content = draft.spans(statement, Part.CONTENT);
        int depth = draft.depth(statement);
        if (!fields.has("quote")) {
            draft.span(statement, Part.QUOTE, rules.quotes(content, depth));
            List<Stretch> outer = draft.parent(statement)
                    .map(parent -> draft.spans(parent, Part.QUOTE))
                    .orElse(List.of());
            if (rules.isQuoteOpen(content, depth, outer)) {
                draft.problems()
                        .warn(
                                fields.position("text"),
                                "Words in quotation marks in nested speech are not taken as a quotation; say 'quote: WORDS' if the article prints them as this speaker's own, else 'quote: none'");
            }
            return;
        }
        List<Stretch> quotes = new ArrayList<>();
        for (Scalar words : fields.scalars("quote")) {
            if (!words.text().equals("none")) {
                new Pointers(draft)
                        .one(words, new Finder(draft.text()).within(words.text(), content))
                        .ifPresent(quotes::add);
            }
        }
        new Pointers(draft).checkOverlap(quotes, fields, "quote");
        draft.span(statement, Part.QUOTE, quotes);
    }

    /** Warns of what looks as if somebody's words were taken for the article's own. */
    private void checkNarration(Node statement, Fields fields) {
        List<Stretch> quoted = rules.quoted(draft.spans(statement, Part.CONTENT));
        boolean words = !fields.has("quote")
                && quoted.stream().anyMatch(quote -> draft.text().words(quote).split("\\s+").length > 3);
        List<String> acts = draft.values(statement, Rec.SPEECH_ACT).stream()
                .map(act -> act.getURI().substring(act.getURI().lastIndexOf('/') + 1))
                .filter(SPOKEN::contains)
                .toList();
        if (words || !acts.isEmpty()) {
            draft.problems()
                    .warn(
                            fields.mapping().position(),
                            "A statement without 'by' is the article's own, but it "
                                    + (words
                                            ? "has a quotation"
                                            : "does what articles do not: " + String.join(", ", acts))
                                    + "; give the words that name its speaker");
        }
    }

    private void defaults(Node statement, Fields fields) {
        List<Stretch> content = draft.spans(statement, Part.CONTENT);
        List<Node> acts = draft.values(statement, Rec.SPEECH_ACT);
        int depth = draft.depth(statement);
        if (depth == 0) {
            checkNarration(statement, fields);
        }
        if (!fields.has("form")) {
            draft.add(statement, Rec.FORM, rules.form(content, draft.spans(statement, Part.QUOTE), acts, depth));
        }
        if (!fields.has("named")) {
            draft.values(statement, Rec.SPEAKER)
                    .forEach(speaker -> draft.add(
                            statement,
                            Rec.SPEAKER_REFERENCE,
                            rules.reference(draft.span(statement, Part.SPEAKER), speaker)));
        }
        if (Rules.isCall(acts) && !fields.has("calledUpon")) {
            draft.values(statement, Rec.ADDRESSEE).forEach(actor -> draft.add(statement, Rec.CALLED_UPON, actor));
        }
    }

    /** Adds the tenures in which speakers speak, and what statements are about: once dates and claims are known. */
    void rest(Optional<String> latestDay) {
        draft.statements().forEach((statement, fields) -> {
            capacity(statement, fields, latestDay);
            about(statement, fields);
        });
    }

    private void capacity(Node statement, Fields fields, Optional<String> latestDay) {
        List<Node> speakers = draft.values(statement, Rec.SPEAKER);
        if (!fields.has("as")) {
            Optional<String> day = Dating.latest(draft.facts(), statement).or(() -> latestDay);
            speakers.forEach(speaker ->
                    rules.capacity(speaker, day).ifPresent(tenure -> draft.add(statement, Rec.CAPACITY, tenure)));
            return;
        }
        Scalar as = fields.scalar("as").orElseThrow();
        draft.place(statement, Rec.CAPACITY, as.position());
        if (!as.text().equals("none")) {
            speakers.stream()
                    .findFirst()
                    .ifPresent(speaker -> draft.add(
                            statement, Rec.CAPACITY, NodeFactory.createURI(speaker.getURI() + "#" + as.text())));
        }
    }

    private void about(Node statement, Fields fields) {
        List<Node> claims = new ArrayList<>(draft.values(statement, Rec.AFFIRMS));
        claims.addAll(draft.values(statement, Rec.DENIES));
        Set<Node> about = rules.about(draft.spans(statement, Part.CONTENT), draft.mentions(), claims);
        for (Scalar added : fields.scalars("about")) {
            references.thing(added, Things.ANY).ifPresent(about::add);
            draft.place(statement, Rec.ABOUT, added.position());
        }
        for (Scalar removed : fields.scalars("notAbout")) {
            references
                    .thing(removed, Things.ANY)
                    .filter(thing -> !about.remove(thing))
                    .ifPresent(thing -> draft.problems()
                            .warn(
                                    removed.position(),
                                    "The statement is not about '" + removed.text()
                                            + "' anyway; remove it from 'notAbout'"));
        }
        about.forEach(thing -> draft.add(statement, Rec.ABOUT, thing));
    }
}
