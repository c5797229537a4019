// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformSubst;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformNodeElement;

/**
 * A query restricted to some values of a variable.
 *
 * <p>The values are put at the start of the query, and a sub-SELECT becomes an EXISTS, so that it is not evaluated for the
 * whole graph. Where that could mean something else, the values are joined with the result instead.
 */
final class Restriction {
    private static final Set<Class<?>> COMMUTATIVE = Set.of(
            ElementPathBlock.class,
            ElementFilter.class,
            ElementUnion.class,
            ElementGroup.class,
            ElementSubQuery.class,
            ElementData.class);

    private static final Set<Class<?>> ORDERED = Set.of(ElementOptional.class, ElementMinus.class, ElementBind.class);

    private final Set<Var> bound = new HashSet<>();
    private final Set<Var> moved = new HashSet<>();
    private final ElementGroup group = new ElementGroup();

    private Restriction() {}

    /** The query with the values of a variable: the same solutions as before, up to duplicates, with one of the values. */
    static Query of(Query query, Var variable, Collection<Node> values) {
        List<Binding> rows = values.stream()
                .map(node -> BindingFactory.binding(variable, node))
                .toList();
        Query restricted = query.cloneQuery();
        Restriction restriction = new Restriction();
        if (restriction.move(restricted, variable, rows)) {
            restricted.setQueryPattern(restriction.group);
        } else {
            restricted.setValuesDataBlock(List.of(variable), rows);
        }
        return restricted;
    }

    private boolean move(Query query, Var variable, List<Binding> rows) {
        if (isCounting(query) || !(query.getQueryPattern() instanceof ElementGroup whole)) {
            return false;
        }
        ElementData data = new ElementData();
        data.add(variable);
        rows.forEach(data::add);
        group.addElement(data);
        moved.add(variable);
        Set<Var> everywhere = new HashSet<>(Set.of(variable));
        whole.getElements().stream()
                .filter(ElementPathBlock.class::isInstance)
                .forEach(block -> everywhere.addAll(PatternVars.vars(block)));
        return whole.getElements().stream().allMatch(element -> move(element, everywhere));
    }

    /** Adds an element; false if it may mean something else behind the values. */
    private boolean move(Element element, Set<Var> everywhere) {
        if (element instanceof ElementSubQuery sub && isTest(sub.getQuery(), everywhere)) {
            group.addElement(new ElementFilter(new E_Exists(inner(sub.getQuery()))));
            moved.addAll(sub.getQuery().getProjectVars());
            return true;
        }
        group.addElement(element);
        if (element instanceof ElementPathBlock) {
            bound.addAll(PatternVars.vars(element));
        }
        boolean ready = moved.stream().allMatch(variable -> bound.contains(variable) || !mentions(element, variable));
        return COMMUTATIVE.contains(element.getClass()) || ready && ORDERED.contains(element.getClass());
    }

    private static boolean mentions(Element element, Var variable) {
        return (element + " ").matches("(?s).*[?$]" + variable.getVarName() + "\\W.*");
    }

    private static boolean isCounting(Query query) {
        return query.hasGroupBy()
                || query.hasAggregators()
                || query.hasLimit()
                || query.hasOffset()
                || query.hasValues();
    }

    /** Whether a sub-SELECT only tests terms that patterns beside it, or the values, bind. */
    private static boolean isTest(Query query, Set<Var> everywhere) {
        return !isCounting(query)
                && query.getProject().getExprs().isEmpty()
                && everywhere.containsAll(query.getProjectVars());
    }

    /** The pattern of a sub-SELECT, in which variables that it does not project have other names. */
    private static Element inner(Query query) {
        NodeTransform names = node -> Var.isVar(node) && !query.getProjectVars().contains(Var.alloc(node))
                ? Var.alloc(Var.alloc(node).getVarName() + "_inner")
                : node;
        ElementTransform elements = new ElementTransformSubst(names);
        return ElementTransformer.transform(
                query.getQueryPattern(), elements, new ExprTransformNodeElement(names, elements));
    }
}
