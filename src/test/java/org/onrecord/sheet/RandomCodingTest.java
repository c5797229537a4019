// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.evidence.ArticleText;
import org.onrecord.release.Release;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.CodingReader;
import org.onrecord.sheet.coding.CodingWriter;
import org.onrecord.sheet.coding.Mention;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.sheet.write.SheetWriter;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Rec;

/**
 * Codings that are changed at random come back from their sheets: spans, speakers, names with and without context, voices,
 * dates, notes, properties without a key. The writer compiles what it writes and compares the graphs.
 */
class RandomCodingTest {
    private static final int CASES = 60;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Release release = SampleHome.release();
    private final Things things = new Things(release.base(), List.of(release.everything()));

    @ParameterizedTest
    @ValueSource(strings = {"v", "w", "x"})
    void comesBack(String article) throws IOException {
        byte[] bytes = Files.readAllBytes(SampleHome.TEXTS.resolve(article + ".txt"));
        CodedText text = new CodedText(ArticleText.of(article + ".txt", bytes).orElseThrow());
        Node node = things.node("article/" + article);
        Graph graph =
                release.dataset().getGraph(NodeFactory.createURI(release.base().graph("articles-" + article)));
        Coding coding = CodingReader.coding(graph, node, text);
        for (int seed = 0; seed < CASES; seed++) {
            Coding changed = new Change(coding, text, new Random(seed)).coding();
            Graph written = CodingWriter.graph(changed, text);
            String sheet = new SheetWriter(release.everything(), things).write(written, node, text);
            assertThat(sheet).as("seed " + seed).doesNotContain("\nturtle:");
        }
    }

    /** A coding with some changes. */
    private final class Change {
        private final Coding coding;
        private final CodedText text;
        private final Random random;
        private final List<Stretch> words = new ArrayList<>();
        private final Graph facts = GraphMemFactory.createDefaultGraphSameTerm();
        private final NavigableMap<Node, Map<Part, List<Stretch>>> spans = new TreeMap<>(TermOrder.TERMS);

        Change(Coding coding, CodedText text, Random random) {
            this.coding = coding;
            this.text = text;
            this.random = random;
            GraphUtil.addInto(facts, coding.facts());
            coding.spans().forEach((statement, parts) -> spans.put(statement, new EnumMap<>(parts)));
            String all = text.text().text();
            Matcher matcher = WORD.matcher(all);
            while (matcher.find()) {
                int start = all.codePointCount(0, matcher.start());
                words.add(new Stretch(
                        start,
                        start
                                + matcher.group()
                                        .codePointCount(0, matcher.group().length())));
            }
        }

        Coding coding() {
            List<Node> statements = List.copyOf(spans.keySet());
            for (int i = 0; i < 6; i++) {
                Node statement = statements.get(random.nextInt(statements.size()));
                switch (random.nextInt(6)) {
                    case 0 -> span(statement, Part.SPEAKER);
                    case 1 -> span(statement, Part.CUE);
                    case 2 -> content(statement);
                    case 3 -> speaker(statement);
                    case 4 -> note(statement);
                    default -> facts.add(statement, Rec.ABOUT, thing());
                }
            }
            List<Mention> mentions = new ArrayList<>(coding.mentions());
            for (int i = 0; i < 5; i++) {
                mentions.remove(random.nextInt(mentions.size()));
                mention(statements)
                        .filter(mention -> !clashes(mention, mentions))
                        .ifPresent(mentions::add);
            }
            return new Coding(coding.article(), facts, spans, mentions);
        }

        /** A mention inside another of the same thing is not coded. */
        private boolean clashes(Mention mention, List<Mention> others) {
            return others.stream()
                    .filter(other -> other.body().equals(mention.body()))
                    .anyMatch(other -> other.place().overlaps(mention.place()));
        }

        private void span(Node statement, Part part) {
            if (!coding.spans(statement, part).isEmpty()) {
                set(statement, part, List.of(stretch(3)));
            }
        }

        private void set(Node statement, Part part, List<Stretch> stretches) {
            spans.computeIfAbsent(statement, key -> new EnumMap<>(Part.class)).put(part, stretches);
        }

        /** Takes words from the end of the last stretch of a statement that reports nothing. */
        private void content(Node statement) {
            List<Stretch> content = new ArrayList<>(coding.spans(statement, Part.CONTENT));
            boolean reports = facts.contains(Node.ANY, Rec.WITHIN, statement);
            Stretch last = content.get(content.size() - 1);
            List<Stretch> inside = words.stream().filter(last::contains).toList();
            if (!reports
                    && inside.size() > 3
                    && coding.spans(statement, Part.QUOTE).isEmpty()) {
                content.set(
                        content.size() - 1,
                        new Stretch(last.start(), inside.get(inside.size() - 2).end()));
                set(statement, Part.CONTENT, content);
            }
        }

        /** Gives words that somebody said to another actor, without capacity. */
        private void speaker(Node statement) {
            if (coding.spans(statement, Part.SPEAKER).isEmpty()) {
                return;
            }
            Node actor = actor();
            remove(statement, Rec.SPEAKER);
            remove(statement, Rec.CAPACITY);
            facts.add(statement, Rec.SPEAKER, actor);
            for (Triple nested : facts.stream(Node.ANY, Rec.WITHIN, statement).toList()) {
                remove(nested.getSubject(), Rec.VIA);
                facts.add(nested.getSubject(), Rec.VIA, actor);
            }
        }

        private void remove(Node statement, Node property) {
            facts.stream(statement, property, Node.ANY).toList().forEach(facts::delete);
        }

        private void note(Node statement) {
            String note = "Note: a 'random' one, " + random.nextInt() + " # no comment. "
                    + "Long words follow. ".repeat(random.nextInt(12));
            remove(statement, Rec.CODING_NOTE);
            facts.add(statement, Rec.CODING_NOTE, NodeFactory.createLiteralLang(note.strip(), "en"));
        }

        private Optional<Mention> mention(List<Node> statements) {
            TreeSet<Node> in = new TreeSet<>(TermOrder.TERMS);
            if (random.nextBoolean()) {
                in.add(statements.get(random.nextInt(statements.size())));
            }
            Optional<Node> voice = random.nextBoolean() ? Optional.of(actor()) : Optional.empty();
            Stretch place = stretch(4);
            boolean line = text.paragraph(place) == text.paragraph(new Stretch(place.end() - 1, place.end()));
            return line
                    ? Optional.of(new Mention(place, thing(), random.nextInt(4) == 0, voice, in, Optional.empty()))
                    : Optional.empty();
        }

        private Stretch stretch(int most) {
            int first = random.nextInt(words.size());
            int last = Math.min(words.size() - 1, first + random.nextInt(most));
            return new Stretch(words.get(first).start(), words.get(last).end());
        }

        private Node actor() {
            return one(List.of("person/ana-velin", "person/joren-hask", "state/velmora", "organization/tarsia-today"));
        }

        private Node thing() {
            return one(List.of(
                    "person/ana-velin",
                    "state/tarsia",
                    "facility/maren-bridge",
                    "region/hesta",
                    "claim/bridge-stays-shut"));
        }

        private Node one(List<String> names) {
            return things.node(names.get(random.nextInt(names.size())));
        }
    }
}
