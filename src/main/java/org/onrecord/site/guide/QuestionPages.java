// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.Question;
import org.onrecord.site.guide.QuestionPage.Table;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;

/**
 * Converts query results to pages.
 *
 * @param reading reads labels
 */
public record QuestionPages(GraphReader reading) {
    private static final String STATEMENT = "statement";
    private static final String CONTENT = "content";
    private static final String WORDS = "words";
    private static final List<String> INTERVAL = List.of("earliest", "latest");

    /** What is not shown beside the interval. */
    private static final Set<String> MERGED = Set.of("latest");

    /** A question without results. */
    public static QuestionPage withoutResults(Question question) {
        return new QuestionPage(question, Map.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** A question with invalid values. */
    public static QuestionPage invalid(
            Question question, Map<String, List<String>> values, BindResult.Refused refused) {
        List<QuestionPage.Problem> problems = refused.problems().stream()
                .map(problem -> new QuestionPage.Problem(
                        problem.message(),
                        problem.candidates().stream()
                                .map(candidate -> instead(question, values, problem.parameter(), candidate))
                                .toList()))
                .toList();
        return new QuestionPage(question, values, problems, List.of(), Optional.empty(), Optional.empty());
    }

    private static QuestionPage.Choice instead(
            Question question, Map<String, List<String>> values, String parameter, BindResult.Candidate candidate) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(parameter, List.of(candidate.slug()));
        return new QuestionPage.Choice(candidate.described(), Filter.href("/queries/" + question.name(), changed));
    }

    /** A question with valid values. Without an answer if it has a SERVICE clause, which pages do not run. */
    public QuestionPage of(
            Question question, Map<String, List<String>> values, BindResult.Bound bound, Optional<Answer> answer) {
        return new QuestionPage(
                question,
                values,
                List.of(),
                bound.readings().stream().map(BindResult.Reading::text).toList(),
                answer.map(this::table),
                Optional.of(bound.query().serialize()));
    }

    private Table table(Answer answer) {
        if (answer instanceof Answer.Rows rows) {
            List<Var> shown = shown(rows);
            return new Table(
                    shown.stream().map(Var::getVarName).toList(),
                    rows.rows().stream()
                            .limit(QuestionPage.MAX_ROWS)
                            .map(row -> row(shown, row))
                            .toList(),
                    rows.rows().size());
        }
        if (answer instanceof Answer.BooleanAnswer truth) {
            return new Table(List.of("answer"), List.of(List.of(Cell.of(truth.value() ? "yes" : "no"))), 1);
        }
        List<Triple> triples = ((Answer.Triples) answer).graph().find().toList();
        return new Table(
                List.of("subject", "property", "value"),
                triples.stream()
                        .limit(QuestionPage.MAX_ROWS)
                        .map(triple -> List.of(
                                cell(triple.getSubject()), cell(triple.getPredicate()), cell(triple.getObject())))
                        .toList(),
                triples.size());
    }

    /** The columns that have a value, without labels of other columns, which are merged into links. */
    private static List<Var> shown(Answer.Rows rows) {
        List<String> names = rows.variables().stream().map(Var::getVarName).toList();
        return rows.variables().stream()
                .filter(variable ->
                        rows.rows().isEmpty() || rows.rows().stream().anyMatch(row -> hasValue(variable, row)))
                .filter(variable -> {
                    String name = variable.getVarName();
                    boolean named = name.endsWith("Name") && names.contains(name.substring(0, name.length() - 4));
                    return !named
                            && !(name.equals("headline") && names.contains("article"))
                            && !(names.containsAll(INTERVAL) && MERGED.contains(name))
                            && !(name.equals(STATEMENT) && names.contains(CONTENT));
                })
                .sorted(Comparator.comparing(variable -> rank(variable, names)))
                .toList();
    }

    /** Whether a row has a value of a column; the ends of an interval are one. */
    private static boolean hasValue(Var variable, Binding row) {
        return row.contains(variable)
                || variable.getVarName().equals(INTERVAL.get(0))
                        && value(INTERVAL.get(1), row).isPresent();
    }

    /** The position of a link is that of its label. */
    private static int rank(Var variable, List<String> names) {
        int named = names.indexOf(variable.getVarName() + "Name");
        return named >= 0 ? named : names.indexOf(variable.getVarName());
    }

    private List<Cell> row(List<Var> variables, Binding row) {
        return variables.stream()
                .map(variable -> cell(variable.getVarName(), row))
                .toList();
    }

    /** A cell; the content of a statement links to it, and the ends of an interval are one cell. */
    private Cell cell(String name, Binding row) {
        Optional<Node> value = value(name, row);
        Optional<Node> statement = value(STATEMENT, row);
        if (value.filter(node -> !node.isLiteral()).isPresent()) {
            Ref ref = reading.ref(value.get());
            return value(name + "Name", row)
                    .filter(label -> ref.kind().equals(STATEMENT))
                    .map(label -> Cell.of(new Ref(ref.iri(), label.getLiteralLexicalForm(), ref.href(), true)))
                    .orElseGet(() -> cell(value.get()));
        }
        if (name.equals(CONTENT) && value.isPresent() && statement.isPresent()) {
            Ref ref = reading.ref(statement.get());
            return Cell.of(new Ref(ref.iri(), value.get().getLiteralLexicalForm(), ref.href(), ref.ours()));
        }
        if (name.equals(INTERVAL.get(0))) {
            String from = value.map(Node::getLiteralLexicalForm).orElse("");
            String until = value(INTERVAL.get(1), row)
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .orElse("");
            return Cell.of(from.equals(until) ? from : from + "/" + until);
        }
        return name.equals(WORDS)
                ? value.map(words -> Cell.of("\u201c" + words.getLiteralLexicalForm() + "\u201d"))
                        .orElse(Cell.of(""))
                : value.map(this::cell).orElse(Cell.of(""));
    }

    private static Optional<Node> value(String name, Binding row) {
        return Optional.ofNullable(row.get(Var.alloc(name)));
    }

    private Cell cell(Node node) {
        return node.isLiteral()
                ? new Cell(node.getLiteralLexicalForm(), List.of(), node.getLiteralLanguage())
                : Cell.of(brief(reading.ref(node)));
    }

    /** Replaces the label of a statement with its slug. */
    private static Ref brief(Ref ref) {
        return ref.kind().equals("statement") ? new Ref(ref.iri(), ref.slug(), ref.href(), true) : ref;
    }
}
