// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/**
 * A triple pattern that a shape looks up, and the way from its variables to the focus node. Immutable.
 *
 * @param pattern the triple pattern
 * @param stages the way
 * @param tied whether the way ends at the focus node; if not, each row left may concern every focus node
 */
record Read(Edge pattern, List<Stage> stages, boolean tied) {
    Read {
        stages = List.copyOf(stages);
    }

    /** The predicate, {@link Node#ANY} for a variable. */
    Node predicate() {
        return pattern.predicate().filter(link -> !Var.isVar(link)).orElse(Node.ANY);
    }

    /** The rows of changed triples. */
    Stream<Binding> rows(Collection<Triple> triples, Stage.Walk walk) {
        Stream<Binding> matches = triples.stream().flatMap(triple -> pattern.match(BindingFactory.root(), triple));
        return Stage.apply(stages, matches, walk);
    }
}
