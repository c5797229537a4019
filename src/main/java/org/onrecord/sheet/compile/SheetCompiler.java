// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Dating;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.coding.StatementKey;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.yaml.YamlNode;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.vocabulary.Rec;

/** Compiles sheets over the data of a home. Thread-safe as long as the graph is not modified. */
public final class SheetCompiler {
    /** The keys of a statement. */
    public static final Set<String> STATEMENT_KEYS = statementKeys();

    private final Graph known;
    private final Things things;
    private final boolean create;

    /**
     * A compiler.
     *
     * @param known the data and ontology of the home
     * @param things its things
     * @param create whether unknown things are created
     */
    public SheetCompiler(Graph known, Things things, boolean create) {
        this.known = known;
        this.things = things;
        this.create = create;
    }

    private static Set<String> statementKeys() {
        Set<String> keys =
                Arrays.stream(StatementKey.values()).map(StatementKey::key).collect(Collectors.toSet());
        keys.addAll(List.of(
                "id",
                "by",
                "said",
                "text",
                "who",
                "quote",
                "at",
                "where",
                "day",
                "dated",
                "basis",
                "about",
                "notAbout",
                "as",
                "tells",
                "reports"));
        return Set.copyOf(keys);
    }

    /**
     * Compiles a sheet.
     *
     * @param sheet where it is, for messages
     * @param root its keys and values
     * @param text the text of the article
     * @param highest the highest number that the article ever gave, 0 for a new one
     */
    public Compiled compile(SourceFile sheet, YamlNode.Mapping root, CodedText text, int highest) {
        Problems problems = new Problems(sheet.name());
        Fields fields = new Fields(root, problems);
        fields.allow(Head.KEYS);
        int before = Math.max(highest, highest(fields));
        Draft draft =
                new Draft(new Draft.Article(fields.text("article").orElse("x"), before), text, things.base(), problems);
        NewThings created = new NewThings(things, create);
        References references = new References(things, known, created, problems);
        created.define(fields.fields("new"), references);
        Map<Fields, Integer> given = statements(fields, draft, references, created);
        draft.add(draft.article(), Rec.HIGHEST_NUMBER, Head.integer(Outline.highest(draft)));
        turtle(fields, draft);
        report(created, problems);
        created.created().forEach(draft::place);
        Map<Position, Integer> numbers = new HashMap<>();
        given.forEach((statement, number) -> numbers.put(statement.mapping().position(), number));
        Optional<Coding> coding = problems.none() ? Optional.of(draft.coding()) : Optional.empty();
        return new Compiled(sheet, coding, created.graph(), problems.sorted(), draft.positions(), numbers);
    }

    /** Adds head, statements and names to the draft, and returns the numbers given to statements without id. */
    private Map<Fields, Integer> statements(Fields fields, Draft draft, References references, NewThings created) {
        Graph all = new Union(known, created.graph());
        Head head = new Head(draft, references, all);
        head.read(fields);
        Map<Fields, Integer> given = Outline.read(fields, draft);
        draft.statements().values().forEach(statement -> statement.allow(STATEMENT_KEYS));
        NameSection names = new NameSection(draft, references, created);
        names.read(fields);
        new Pointers(draft).read();
        Rules rules = new Rules(draft.text(), all, things, draft.narrator());
        StatementValues values = new StatementValues(draft, references, rules);
        values.speakers();
        values.values();
        new Occasions(draft, references).read(fields);
        new Translations(draft, references).read(fields);
        values.rest(Dating.latestDay(draft.facts()));
        new Reports(draft, references, things).read();
        names.complete(rules);
        complete(draft, created);
        head.narrator(fields);
        return given;
    }

    private static int highest(Fields fields) {
        Optional<String> highest = fields.text("highest");
        if (highest.isPresent() && !highest.get().matches("\\d{1,6}")) {
            fields.problems()
                    .error(
                            fields.position("highest"),
                            "Invalid number '" + highest.get() + "'; write the highest id that the article ever gave");
            return 0;
        }
        return highest.map(Integer::parseInt).orElse(0);
    }

    /**
     * Says of new claims what the statements with them say: their label, where a statement affirms one claim only, and
     * what they are about.
     */
    private static void complete(Draft draft, NewThings created) {
        for (Node claim : created.claims()) {
            with(claim, List.of(Rec.AFFIRMS), draft)
                    .filter(statement -> draft.values(statement, Rec.AFFIRMS).size() == 1)
                    .flatMap(statement ->
                            draft.values(statement, Rec.CONTENT).stream().findFirst())
                    .ifPresent(content ->
                            created.label(claim, content.getLiteralLexicalForm().replaceAll("[.]$", "")));
            with(claim, List.of(Rec.AFFIRMS, Rec.DENIES, Rec.PRESUPPOSES, Rec.CONDITIONAL_ON), draft)
                    .ifPresent(statement -> created.about(claim, draft.values(statement, Rec.ABOUT)));
        }
        created.complete(draft.statements().keySet().stream()
                .flatMap(statement -> draft.values(statement, Rec.OCCASION).stream())
                .collect(Collectors.toSet()));
    }

    /** The first statement with a claim. */
    private static Optional<Node> with(Node claim, List<Node> properties, Draft draft) {
        return draft.statements().keySet().stream()
                .filter(statement ->
                        properties.stream().anyMatch(property -> draft.facts().contains(statement, property, claim)))
                .findFirst();
    }

    /** New things are written only if that is wanted. */
    private void report(NewThings created, Problems problems) {
        if (!create) {
            created.created()
                    .forEach((thing, position) -> problems.error(
                            position,
                            "'" + things.name(thing)
                                    + "' is new; compile with --create to write it to data/reference/new"));
        }
    }

    /** Adds the triples that no key says. */
    private void turtle(Fields fields, Draft draft) {
        fields.scalar("turtle").ifPresent(turtle -> {
            try {
                String text = "@base <" + things.base().iri() + "> .\n" + turtle.text();
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                GraphUtil.addInto(
                        draft.facts(), TurtleReader.read("turtle", bytes).graph());
            } catch (BrokenFileException e) {
                draft.problems().error(turtle.position(), "Invalid Turtle: " + e.problem());
            }
        });
    }
}
