// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Dating;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.coding.ReportForm;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.coding.StatementKey;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.Layout;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/** Writes statements with the keys that do not follow by rule. */
final class StatementWriter {
    private static final Set<String> CALLS = Set.of("urge", "call-on", "demand", "propose");
    private static final Set<StatementKey> FIRST = EnumSet.range(StatementKey.ACT, StatementKey.TOPICS);
    private static final Set<Node> SPECIAL = Set.of(
            RDF.Nodes.type, Rec.SPEAKER, Rec.VIA, Rec.WITHIN, Rec.DEPTH, Rec.REPORTED_IN, Rec.ABOUT, Rec.CAPACITY,
            Rec.OCCASION, Rec.STATED_ON, Rec.STATED_FROM, Rec.STATED_UNTIL, Rec.DATE_BASIS, Rec.DATE_WORDS);

    private final Coding coding;
    private final CodedText text;
    private final Rules rules;
    private final ReferenceWriter references;
    private final PointerWriter pointers;
    private final TranslationsWriter translations;
    private final OccasionsWriter occasions;
    private final Optional<String> latestDay;

    StatementWriter(Coding coding, CodedText text, Rules rules, ReferenceWriter references) {
        this.coding = coding;
        this.text = text;
        this.rules = rules;
        this.references = references;
        this.pointers = new PointerWriter(text);
        this.translations = new TranslationsWriter(coding, references);
        this.occasions = new OccasionsWriter(coding, text, references, translations);
        this.latestDay = Dating.latestDay(coding.facts());
    }

    /** Adds occasions and translations. */
    void occasions(YamlText out) {
        occasions.write(out);
        translations.write(out);
    }

    /** Adds the statements that are not nested in others, each with those nested in it. */
    void statements(YamlText out) {
        out.key(0, "statements");
        inOrder(coding.spans().keySet().stream()
                        .filter(statement -> value(statement, Rec.WITHIN).isEmpty())
                        .toList())
                .forEach(statement -> out.item(2, lines(statement, 4)));
    }

    private List<Node> inOrder(List<Node> statements) {
        return statements.stream()
                .sorted(Comparator.comparing((Node statement) -> content(statement).stream()
                                .findFirst()
                                .map(Stretch::start)
                                .orElse(0))
                        .thenComparing(TermOrder.TERMS))
                .toList();
    }

    private YamlText lines(Node statement, int margin) {
        YamlText out = new YamlText(margin);
        out.value(0, "id", references.statement(statement));
        pointers(statement, out);
        plain(statement, FIRST, "", out);
        about(statement, out);
        plain(statement, EnumSet.range(StatementKey.FOR, StatementKey.CALLED_UPON), "", out);
        capacity(statement, out);
        plain(statement, EnumSet.range(StatementKey.NAMED, StatementKey.FORM), "", out);
        quotes(statement, out);
        String note = occasions.write(statement, out);
        plain(statement, EnumSet.range(StatementKey.REPORTS_ONLY, StatementKey.ACCEPTED), note, out);
        extra(statement, out);
        tells(statement, out);
        List<Node> nested = inOrder(G.listPO(coding.facts(), Rec.WITHIN, statement));
        if (!nested.isEmpty()) {
            out.key(0, "reports");
            nested.forEach(inner -> out.item(2, lines(inner, margin + 4)));
        }
        return out;
    }

    private void pointers(Node statement, YamlText out) {
        List<Stretch> content = content(statement);
        Optional<Stretch> by = coding.spans(statement, Part.SPEAKER).stream().findFirst();
        Optional<Stretch> said = coding.spans(statement, Part.CUE).stream().findFirst();
        List<String> words = pointers.speakerAndCue(by, said, content);
        if (by.isPresent()) {
            out.value(0, "by", words.get(0));
        }
        if (said.isPresent()) {
            out.value(0, "said", words.get(1));
        }
        List<Stretch> outer = value(statement, Rec.WITHIN).map(this::content).orElse(List.of());
        List<String> stretches = content.stream().map(stretch -> pointers.content(stretch, outer)).toList();
        if (stretches.size() == 1) {
            out.value(0, "text", stretches.get(0));
        } else {
            out.list(0, "text", stretches);
        }
        Node speaker = value(statement, Rec.SPEAKER).orElseThrow();
        Optional<Node> expected = depth(statement) == 0
                ? value(coding.article(), Rec.NARRATOR)
                : by.flatMap(place -> rules.speaker(place, coding.mentions()));
        if (!expected.equals(Optional.of(speaker)) || depth(statement) == 1 && by.isEmpty()) {
            out.value(0, "who", references.shortest(speaker, Kind.ACTORS));
        }
    }

    private void plain(Node statement, Set<StatementKey> keys, String note, YamlText out) {
        for (StatementKey key : keys) {
            List<Node> values = values(statement, key.property());
            if (key == StatementKey.TRANSLATED && translations.isByRule(statement)) {
                continue;
            }
            if (key == StatementKey.NOTE) {
                if (!note.isEmpty()) {
                    out.value(0, key.key(), note);
                }
            } else if (!values.equals(expected(statement, key))) {
                List<String> texts = values.stream().map(value -> references.value(key, value)).toList();
                out.values(0, key.key(), texts.isEmpty() ? List.of("none") : texts);
            }
        }
    }

    /** The values of a key that follow by rule. */
    private List<Node> expected(Node statement, StatementKey key) {
        List<Node> acts = values(statement, Rec.SPEECH_ACT);
        return switch (key) {
            case FORM -> List.of(rules.form(
                    content(statement), coding.spans(statement, Part.QUOTE), acts, depth(statement)));
            case NAMED -> List.of(rules.reference(
                    coding.spans(statement, Part.SPEAKER).stream().findFirst(),
                    value(statement, Rec.SPEAKER).orElseThrow()));
            case CALLED_UPON -> acts.stream().anyMatch(act -> CALLS.contains(ReferenceWriter.slug(act)))
                    ? values(statement, Rec.ADDRESSEE)
                    : List.of();
            default -> List.of();
        };
    }

    private void about(Node statement, YamlText out) {
        List<Node> claims = new ArrayList<>(values(statement, Rec.AFFIRMS));
        claims.addAll(values(statement, Rec.DENIES));
        SortedSet<Node> expected = rules.about(content(statement), coding.mentions(), claims);
        SortedSet<Node> actual = new TreeSet<>(TermOrder.TERMS);
        actual.addAll(values(statement, Rec.ABOUT));
        things("about", actual, expected, out);
        things("notAbout", expected, actual, out);
    }

    private void things(String key, SortedSet<Node> things, SortedSet<Node> without, YamlText out) {
        out.values(0, key, things.stream()
                .filter(thing -> !without.contains(thing))
                .map(thing -> references.shortest(thing, Things.ANY))
                .toList());
    }

    private void capacity(Node statement, YamlText out) {
        Optional<String> day = Dating.latest(coding.facts(), statement).or(() -> latestDay);
        Optional<Node> expected = value(statement, Rec.SPEAKER).flatMap(speaker -> rules.capacity(speaker, day));
        Optional<Node> actual = value(statement, Rec.CAPACITY);
        if (!actual.equals(expected)) {
            out.value(0, "as", actual.map(tenure -> tenure.getURI().replaceFirst("^.*#", "")).orElse("none"));
        }
    }

    private void quotes(Node statement, YamlText out) {
        List<Stretch> actual = coding.spans(statement, Part.QUOTE);
        List<Stretch> content = content(statement);
        if (!actual.equals(rules.quotes(content, depth(statement)))) {
            List<String> words = actual.stream().map(quote -> pointers.content(quote, content)).toList();
            out.values(0, "quote", words.isEmpty() ? List.of("none") : words);
        }
    }

    /** Adds what has no key of its own, under the name of its property. */
    private void extra(Node statement, YamlText out) {
        Set<Node> properties = new HashSet<>();
        coding.facts().stream(statement, Node.ANY, Node.ANY).map(Triple::getPredicate).forEach(properties::add);
        properties.stream()
                .filter(property -> !SPECIAL.contains(property) && StatementKey.of(property).isEmpty())
                .sorted(TermOrder.TERMS)
                .forEach(property -> Layout.DEFAULT.name(property.getURI()).ifPresent(name ->
                        out.values(0, name, values(statement, property).stream().map(references::term).toList())));
    }

    private void tells(Node statement, YamlText out) {
        List<Map<String, List<String>>> told = new ArrayList<>();
        for (Node node : G.listPO(coding.facts(), Rec.ACCORDING_TO, statement).stream().sorted(TermOrder.TERMS).toList()) {
            value(node, Rec.SUBJECT_OF_REPORT).ifPresent(subject -> told.add(entries(node, subject)));
        }
        if (!told.isEmpty()) {
            out.key(0, "tells");
            told.forEach(entries -> out.item(2, entries));
        }
    }

    private Map<String, List<String>> entries(Node node, Node subject) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        entries.put("of", List.of(references.shortest(subject, Things.ANY)));
        String key = value(node, Rec.ROLE)
                .map(ReferenceWriter::slug)
                .orElse(value(node, Rec.STATUS).isPresent() ? "status" : "provides");
        ReportForm form = ReportForm.of(key, references.kind(subject));
        value(node, form.property()).ifPresent(value -> entries.put(key, List.of(told(key, value))));
        value(node, Rec.AS_OF).ifPresent(day -> entries.put("asOf", List.of(day.getLiteralLexicalForm())));
        value(node, Rec.CODING_NOTE).ifPresent(note -> entries.put("note", List.of(note.getLiteralLexicalForm())));
        return entries;
    }

    private String told(String key, Node value) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        return key.equals("status") ? ReferenceWriter.slug(value) : references.shortest(value, Things.ANY);
    }

    private List<Stretch> content(Node statement) {
        return coding.spans(statement, Part.CONTENT);
    }

    private int depth(Node statement) {
        return value(statement, Rec.DEPTH).map(depth -> Integer.parseInt(depth.getLiteralLexicalForm())).orElse(0);
    }

    private Optional<Node> value(Node subject, Node property) {
        return values(subject, property).stream().findFirst();
    }

    private List<Node> values(Node subject, Node property) {
        return G.listSP(coding.facts(), subject, property).stream().sorted(TermOrder.TERMS).toList();
    }
}
