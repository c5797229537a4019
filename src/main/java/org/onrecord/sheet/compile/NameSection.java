// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Mention;
import org.onrecord.sheet.coding.NameForms;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.sheet.yaml.YamlNode;
import org.onrecord.sheet.yaml.YamlNode.Mapping;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.sheet.yaml.YamlNode.Sequence;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Kind;

/** The names and loaded wordings of a sheet: which words of the text mean which thing. */
final class NameSection {
    /** The keys of a form. */
    static final Set<String> KEYS = Set.of("words", "note", "in", "voice");

    private final Draft draft;
    private final References references;
    private final NewThings created;
    private final List<Form> forms = new ArrayList<>();
    private final Map<Mention, Form> found = new LinkedHashMap<>();

    NameSection(Draft draft, References references, NewThings created) {
        this.draft = draft;
        this.references = references;
        this.created = created;
    }

    /** Words for a thing, with what differs from the rules. */
    private record Form(Node thing, Scalar words, boolean loaded, Fields fields) {}

    /** Adds the mentions of a sheet to the draft, still without statements and voices. */
    void read(Fields sheet) {
        read(sheet.fields("names"), false);
        read(sheet.fields("loaded"), true);
        for (boolean loaded : List.of(false, true)) {
            List<Form> section =
                    forms.stream().filter(form -> form.loaded() == loaded).toList();
            NameForms places = new NameForms(
                    draft.text(),
                    section.stream()
                            .map(form -> new NameForms.Form(
                                    form.thing(), form.words().text()))
                            .toList());
            section.forEach(form -> add(
                    form,
                    places.places(new NameForms.Form(form.thing(), form.words().text()))));
        }
    }

    private void read(Fields section, boolean loaded) {
        for (String name : section.mapping().values().keySet()) {
            Scalar reference = new Scalar(section.position(name), name, false);
            List<YamlNode> items = section.items(name);
            references.thing(reference, Things.ANY).ifPresent(thing -> {
                references.prefer(thing);
                items.forEach(item -> form(thing, item, section, loaded));
                label(thing, loaded);
            });
            checkCommas(section.mapping().values().get(name));
        }
    }

    private void form(Node thing, YamlNode item, Fields section, boolean loaded) {
        if (item instanceof Scalar words && !words.text().isBlank()) {
            Fields none = new Fields(new Mapping(words.position(), Map.of(), Map.of(), false), section.problems());
            forms.add(new Form(thing, words, loaded, none));
        } else if (item instanceof Mapping mapping) {
            Fields fields = new Fields(mapping, section.problems());
            fields.allow(KEYS);
            fields.scalar("words")
                    .ifPresentOrElse(
                            words -> forms.add(new Form(thing, words, loaded, fields)),
                            () -> draft.problems()
                                    .error(mapping.position(), "A form has no 'words'; give the words of the text"));
        } else {
            draft.problems().error(item.position(), "A name is given by its words in the text, or by a list of them");
        }
    }

    private void label(Node thing, boolean loaded) {
        if (!loaded && created.has(thing)) {
            forms.stream()
                    .filter(form -> form.thing().equals(thing))
                    .findFirst()
                    .ifPresent(
                            form -> created.label(thing, form.words().text().replaceAll("^.*\\[([^\\]]+)].*$", "$1")));
        }
    }

    /** In brackets a comma separates items, also one that the text has: {@code [May 2, 2031]}. */
    private void checkCommas(YamlNode value) {
        if (value instanceof Sequence list && list.flow()) {
            for (int i = 1; i < list.items().size(); i++) {
                if (list.items().get(i - 1) instanceof Scalar before
                        && list.items().get(i) instanceof Scalar after
                        && before.plain()
                        && after.plain()
                        && !draft.text()
                                .find(before.text() + ", " + after.text())
                                .isEmpty()) {
                    draft.problems()
                            .error(
                                    after.position(),
                                    "The text has '" + before.text() + ", " + after.text()
                                            + "', but in brackets the comma separates two items; quote the words, or write the items on lines of their own");
                }
            }
        }
    }

    private void add(Form form, List<Stretch> places) {
        if (draft.text().find(form.words().text()).isEmpty()) {
            draft.problems()
                    .error(
                            form.words().position(),
                            "The text does not have '" + form.words().text()
                                    + "'; copy the words from the text, whole words with their capitals");
        }
        Optional<Node> note = form.fields().text("note").map(text -> NodeFactory.createLiteralLang(text, "en"));
        for (Stretch place : places) {
            Mention mention = new Mention(
                    place, form.thing(), form.loaded(), Optional.empty(), new TreeSet<>(TermOrder.TERMS), note);
            draft.mentions().add(mention);
            found.put(mention, form);
            draft.place(mentionKey(mention), form.words().position());
        }
    }

    /** A node that stands for a mention whose IRI is not known yet. */
    private Node mentionKey(Mention mention) {
        return NodeFactory.createURI(draft.article().getURI() + "#mention-"
                + mention.place().start() + "-" + mention.place().end());
    }

    /** Adds statements and voices to the mentions, once all statements are known. */
    void complete(Rules rules) {
        Coding coding = draft.coding();
        List<Mention> complete = new ArrayList<>();
        found.forEach((mention, form) -> {
            NavigableSet<Node> in =
                    form.fields().has("in") ? statements(form.fields()) : Rules.in(mention.place(), coding);
            Optional<Node> voice =
                    form.fields().has("voice") ? voice(form.fields()) : rules.voice(mention.place(), in, coding);
            complete.add(new Mention(mention.place(), mention.body(), mention.loaded(), voice, in, mention.note()));
        });
        draft.mentions().clear();
        draft.mentions().addAll(complete);
    }

    private NavigableSet<Node> statements(Fields fields) {
        NavigableSet<Node> in = new TreeSet<>(TermOrder.TERMS);
        for (Scalar number : fields.scalars("in")) {
            if (!number.text().equals("none")) {
                KeyValues.statement(number, draft).ifPresent(in::add);
            }
        }
        return in;
    }

    private Optional<Node> voice(Fields fields) {
        Scalar voice = fields.scalar("voice").orElseThrow();
        return switch (voice.text()) {
            case "narrator" -> Optional.of(draft.narrator());
            case "undecided" -> Optional.empty();
            default -> references.thing(voice, Kind.ACTORS);
        };
    }
}
