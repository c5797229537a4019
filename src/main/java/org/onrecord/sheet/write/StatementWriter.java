// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Dating;
import org.onrecord.sheet.coding.Part;
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
    private static final Set<StatementKey> FIRST = EnumSet.range(StatementKey.ACT, StatementKey.TOPICS);
    private static final Set<Node> SPECIAL = Set.of(
            RDF.Nodes.type,
            Rec.SPEAKER,
            Rec.VIA,
            Rec.WITHIN,
            Rec.DEPTH,
            Rec.REPORTED_IN,
            Rec.ABOUT,
            Rec.CAPACITY,
            Rec.OCCASION,
            Rec.STATED_ON,
            Rec.STATED_FROM,
            Rec.STATED_UNTIL,
            Rec.DATE_BASIS,
            Rec.DATE_WORDS);

    private final Coding coding;
    private final Rules rules;
    private final ReferenceWriter references;
    private final PointerWriter pointers;
    private final TranslationsWriter translations;
    private final OccasionsWriter occasions;
    private final ReportsWriter reports;
    private final Optional<String> latestDay;

    StatementWriter(Coding coding, CodedText text, Rules rules, ReferenceWriter references) {
        this.coding = coding;
        this.rules = rules;
        this.references = references;
        this.pointers = new PointerWriter(text);
        this.translations = new TranslationsWriter(coding, references);
        this.occasions = new OccasionsWriter(coding, text, references, translations);
        this.reports = new ReportsWriter(coding.facts(), references);
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
        reports.write(statement, out);
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
        List<String> stretches = content.stream()
                .map(stretch -> pointers.content(stretch, outer))
                .toList();
        if (pointers.isSeparable(stretches)) {
            out.values(0, "text", stretches);
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
                List<String> texts = values.stream()
                        .map(value -> references.value(key, value))
                        .toList();
                out.values(0, key.key(), texts.isEmpty() ? List.of("none") : texts);
            }
        }
    }

    /** The values of a key that follow by rule. */
    private List<Node> expected(Node statement, StatementKey key) {
        List<Node> acts = values(statement, Rec.SPEECH_ACT);
        return switch (key) {
            case FORM ->
                List.of(rules.form(content(statement), coding.spans(statement, Part.QUOTE), acts, depth(statement)));
            case NAMED ->
                List.of(rules.reference(
                        coding.spans(statement, Part.SPEAKER).stream().findFirst(),
                        value(statement, Rec.SPEAKER).orElseThrow()));
            case CALLED_UPON -> Rules.isCall(acts) ? values(statement, Rec.ADDRESSEE) : List.of();
            default -> List.of();
        };
    }

    private void about(Node statement, YamlText out) {
        List<Node> claims = new ArrayList<>(values(statement, Rec.AFFIRMS));
        claims.addAll(values(statement, Rec.DENIES));
        NavigableSet<Node> expected = rules.about(content(statement), coding.mentions(), claims);
        NavigableSet<Node> actual = new TreeSet<>(TermOrder.TERMS);
        actual.addAll(values(statement, Rec.ABOUT));
        things("about", actual, expected, out);
        things("notAbout", expected, actual, out);
    }

    private void things(String key, NavigableSet<Node> things, NavigableSet<Node> without, YamlText out) {
        out.values(
                0,
                key,
                things.stream()
                        .filter(thing -> !without.contains(thing))
                        .map(thing -> references.shortest(thing, Things.ANY))
                        .toList());
    }

    private void capacity(Node statement, YamlText out) {
        Optional<String> day = Dating.latest(coding.facts(), statement).or(() -> latestDay);
        Optional<Node> expected = value(statement, Rec.SPEAKER).flatMap(speaker -> rules.capacity(speaker, day));
        Optional<Node> actual = value(statement, Rec.CAPACITY);
        if (!actual.equals(expected)) {
            out.value(
                    0,
                    "as",
                    actual.map(tenure -> tenure.getURI().replaceFirst("^.*#", ""))
                            .orElse("none"));
        }
    }

    private void quotes(Node statement, YamlText out) {
        List<Stretch> actual = coding.spans(statement, Part.QUOTE);
        List<Stretch> content = content(statement);
        List<Stretch> outer = value(statement, Rec.WITHIN)
                .map(parent -> coding.spans(parent, Part.QUOTE))
                .orElse(List.of());
        if (!actual.equals(rules.quotes(content, depth(statement)))
                || actual.isEmpty() && rules.isQuoteOpen(content, depth(statement), outer)) {
            List<String> words = actual.stream()
                    .map(quote -> pointers.content(quote, content))
                    .toList();
            out.values(0, "quote", words.isEmpty() ? List.of("none") : words);
        }
    }

    /** Adds what has no key of its own, under the name of its property. */
    private void extra(Node statement, YamlText out) {
        Set<Node> properties = new HashSet<>();
        coding.facts().stream(statement, Node.ANY, Node.ANY)
                .map(Triple::getPredicate)
                .forEach(properties::add);
        properties.stream()
                .filter(property ->
                        !SPECIAL.contains(property) && StatementKey.of(property).isEmpty())
                .sorted(TermOrder.TERMS)
                .forEach(property -> Layout.DEFAULT
                        .name(property.getURI())
                        .ifPresent(name -> out.values(
                                0,
                                name,
                                values(statement, property).stream()
                                        .map(references::term)
                                        .toList())));
    }

    private List<Stretch> content(Node statement) {
        return coding.spans(statement, Part.CONTENT);
    }

    private int depth(Node statement) {
        return value(statement, Rec.DEPTH)
                .map(depth -> Integer.parseInt(depth.getLiteralLexicalForm()))
                .orElse(0);
    }

    private Optional<Node> value(Node subject, Node property) {
        return values(subject, property).stream().findFirst();
    }

    private List<Node> values(Node subject, Node property) {
        return G.listSP(coding.facts(), subject, property).stream()
                .sorted(TermOrder.TERMS)
                .toList();
    }
}
