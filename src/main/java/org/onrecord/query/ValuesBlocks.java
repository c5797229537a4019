// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Finds and fills single-variable {@code VALUES} blocks anywhere in a query: in groups, subqueries, {@code EXISTS},
 * {@code HAVING} and {@code ORDER BY}.
 */
final class ValuesBlocks {
    private ValuesBlocks() {}

    /** Variable name to the rows of its blocks, one list per block; {@code UNDEF} is an empty {@link Optional}. */
    static Map<String, List<List<Optional<Node>>>> in(Query query) {
        Map<String, List<List<Optional<Node>>>> found = new LinkedHashMap<>();
        // Jena's transformation visits nested EXISTS more than once.
        Set<ElementData> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        QueryTransformOps.transform(query, new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData block) {
                if (block.getVars().size() == 1 && seen.add(block)) {
                    Var variable = block.getVars().get(0);
                    found.computeIfAbsent(variable.getVarName(), name -> new ArrayList<>())
                            .add(block.getRows().stream()
                                    .map(row -> Optional.ofNullable(row.get(variable)))
                                    .toList());
                }
                return block;
            }
        });
        return found;
    }

    /**
     * A copy of the query with the given values in the blocks of their variables. Blocks of variables with an empty
     * list are removed.
     */
    static Query fill(Query query, Map<String, List<Node>> values) {
        return QueryTransformOps.transform(query, new ValuesTransform(values));
    }

    /** Makes a deep copy, so that nothing is shared with the original query. */
    private static final class ValuesTransform extends ElementTransformCopyBase {
        private final Map<String, List<Node>> values;

        ValuesTransform(Map<String, List<Node>> values) {
            super(true);
            this.values = values;
        }

        @Override
        public Element transform(ElementData block) {
            if (block.getVars().size() != 1
                    || !values.containsKey(block.getVars().get(0).getVarName())) {
                return block;
            }
            Var variable = block.getVars().get(0);
            List<Binding> rows = values.getOrDefault(variable.getVarName(), List.of()).stream()
                    .map(node -> BindingFactory.binding(variable, node))
                    .toList();
            return new ElementData(new ArrayList<>(List.of(variable)), new ArrayList<>(rows));
        }

        /** Removes empty blocks, which would have no solutions. */
        @Override
        public Element transform(ElementGroup group, List<Element> members) {
            ElementGroup copy = new ElementGroup();
            members.stream().filter(member -> !isEmpty(member)).forEach(copy::addElement);
            return copy;
        }

        private boolean isEmpty(Element member) {
            return member instanceof ElementData block
                    && block.getRows().isEmpty()
                    && block.getVars().stream().anyMatch(variable -> values.containsKey(variable.getVarName()));
        }
    }
}
