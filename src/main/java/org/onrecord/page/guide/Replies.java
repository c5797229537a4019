// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.onrecord.knowledge.Snapshot;
import org.onrecord.page.guide.Reply.Table;
import org.onrecord.page.thing.Block.Cell;
import org.onrecord.page.thing.Reading;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.BindResult.Problem;
import org.onrecord.query.Question;

/** Turns what a question answered into what a page shows. */
public final class Replies {
    private final Reading reading;

    /** Answers about a snapshot, whose names stand for IRIs. */
    public Replies(Snapshot snapshot) {
        this.reading = new Reading(snapshot.everything());
    }

    /** A question that is not asked yet. */
    public static Reply unasked(Question question) {
        return new Reply(question, Map.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** A question whose values do not fit. */
    public static Reply refused(Question question, Map<String, List<String>> values, BindResult.Refused refused) {
        List<String> problems =
                refused.problems().stream().map(Problem::message).toList();
        return new Reply(question, values, problems, Optional.empty(), Optional.empty());
    }

    /** A question with its answer. */
    public Reply answered(Question question, Map<String, List<String>> values, BindResult.Bound bound, Answer answer) {
        return new Reply(
                question,
                values,
                List.of(),
                Optional.of(table(answer)),
                Optional.of(bound.query().serialize()));
    }

    private Table table(Answer answer) {
        if (answer instanceof Answer.Rows rows) {
            List<List<Cell>> cells = rows.rows().stream()
                    .limit(Reply.MOST)
                    .map(row -> row(rows.variables(), row))
                    .toList();
            return new Table(
                    rows.variables().stream().map(Var::getVarName).toList(),
                    cells,
                    rows.rows().size());
        }
        if (answer instanceof Answer.Truth truth) {
            return new Table(List.of("answer"), List.of(List.of(Cell.of(truth.yes() ? "yes" : "no"))), 1);
        }
        List<Triple> triples = ((Answer.Triples) answer).graph().find().toList();
        return new Table(
                List.of("subject", "property", "value"),
                triples.stream()
                        .limit(Reply.MOST)
                        .map(triple -> List.of(
                                cell(triple.getSubject()), cell(triple.getPredicate()), cell(triple.getObject())))
                        .toList(),
                triples.size());
    }

    private List<Cell> row(List<Var> variables, Binding row) {
        return variables.stream()
                .map(variable ->
                        Optional.ofNullable(row.get(variable)).map(this::cell).orElse(Cell.of("")))
                .toList();
    }

    private Cell cell(Node node) {
        return node.isLiteral()
                ? new Cell(node.getLiteralLexicalForm(), List.of(), node.getLiteralLanguage())
                : Cell.of(reading.ref(node));
    }
}
