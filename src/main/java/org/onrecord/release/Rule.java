// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.OrderedGraph;
import org.onrecord.source.Position;
import org.onrecord.source.SourceFile;
import org.onrecord.validation.ServiceCalls;

/**
 * An inference rule: a CONSTRUCT query over the stated triples that derives triples of statements, in a file below
 * {@code ontology/rules/}. The subjects of its triples are the values of {@code ?statement}, so that it can derive those
 * of some statements only. A header line {@code #+ affected: PATH} says which statements a change affects: those with
 * this property path (SPARQL 1.1, section 9) to the subject of a changed triple, before or after the change.
 *
 * @param graph the name of the derived graph: {@code derived-} and the file name without extension
 * @param text the text of the file, with line feeds
 * @param query the query; it does not see triples derived by other rules
 * @param affected selects {@code ?statement} by {@code ?changed}
 */
record Rule(String graph, String text, Query query, Query affected) {
    /** The first part of the names of derived graphs, which files must not have. */
    static final String DERIVED = "derived-";

    private static final Pattern HEADER = Pattern.compile("(?m)^#\\+ affected: (.+)$");
    private static final Var STATEMENT = Var.alloc("statement");
    private static final Var CHANGED = Var.alloc("changed");

    /**
     * Reads a rule.
     *
     * @throws BrokenFileException if the file is not a SPARQL 1.1 CONSTRUCT query with the header
     */
    static Rule read(SourceFile file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        Query query = SparqlReader.parse(file.name(), text);
        if (!query.isConstructType()
                || !query.getConstructTemplate().getTriples().stream()
                        .allMatch(triple -> triple.getSubject().equals(STATEMENT))) {
            throw broken(file, "A rule must be a CONSTRUCT query whose triples have the subject ?statement");
        }
        if (ServiceCalls.isIn(query)) {
            throw broken(file, ServiceCalls.refusal("The rule"));
        }
        Matcher header = HEADER.matcher(text);
        if (!header.find()) {
            throw broken(
                    file,
                    "The rule does not say which statements a change affects; add a line"
                            + " '#+ affected: PATH' with the property path from ?statement to the subject of a changed triple");
        }
        String prefixes = query.getPrologue().getPrefixMapping().getNsPrefixMap().entrySet().stream()
                .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + "> ")
                .reduce("", String::concat);
        Query affected = SparqlReader.parse(
                file.name(),
                prefixes + "SELECT DISTINCT ?statement WHERE { ?statement " + header.group(1) + " ?changed }");
        return new Rule(SourceFile.slug(file.name()).replaceFirst("^rules-", DERIVED), text, query, affected);
    }

    private static BrokenFileException broken(SourceFile file, String message) {
        return new BrokenFileException(file.name(), new Position(1, 1), message);
    }

    /** The triples derived from a graph. */
    Graph derive(Graph stated) {
        return construct(query, stated);
    }

    /** The triples of some statements derived from a graph. */
    Graph derive(Graph stated, Collection<Node> statements) {
        return construct(with(query, STATEMENT, statements), stated);
    }

    /**
     * The statements whose derived triples a change can alter.
     *
     * @param before the stated triples before the change
     * @param after the stated triples after the change
     * @param changed the subjects of the added and removed triples
     */
    Set<Node> affected(Graph before, Graph after, Collection<Node> changed) {
        Query query = with(affected, CHANGED, changed);
        Set<Node> statements = new HashSet<>();
        for (Graph graph : List.of(before, after)) {
            try (QueryExec execution = QueryExec.graph(graph).query(query).build()) {
                execution.select().forEachRemaining(row -> statements.add(row.get(STATEMENT)));
            }
        }
        return statements;
    }

    private static Graph construct(Query query, Graph stated) {
        try (QueryExec execution =
                QueryExec.dataset(DatasetGraphFactory.wrap(stated)).query(query).build()) {
            Graph derived = new OrderedGraph();
            execution.constructTriples().forEachRemaining(derived::add);
            return derived;
        }
    }

    /** A copy of a query that starts with the values of a variable. */
    private static Query with(Query query, Var variable, Collection<Node> values) {
        List<Binding> rows = values.stream()
                .map(value -> BindingFactory.binding(variable, value))
                .toList();
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(new ElementData(new ArrayList<>(List.of(variable)), new ArrayList<>(rows)));
        pattern.addElement(query.getQueryPattern());
        Query copy = query.cloneQuery();
        copy.setQueryPattern(pattern);
        return copy;
    }
}
