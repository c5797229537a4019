// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.constraint.CardinalityConstraint;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Compiles a shape into clauses: its targets, its constraints and the shapes that it refers to. */
final class ShapeClauses {
    /** The path from a node to its classes. */
    static final Path CLASSES = PathFactory.pathSeq(
            PathFactory.pathLink(RDF.Nodes.type),
            PathFactory.pathZeroOrMore1(PathFactory.pathLink(RDFS.subClassOf.asNode())));

    private static final Var PATH = Var.alloc("PATH");
    private static final Var THIS = Var.alloc("this");

    private final QueryNames names = QueryNames.create();
    private final Set<Node> enclosing = new HashSet<>();
    private final Var focus = names.fresh();
    private final Clause root = Clause.root();

    private final Targets targets;

    private ShapeClauses(Targets targets) {
        this.targets = targets;
    }

    /**
     * The clauses of a shape.
     *
     * @param root the clause of the focus node
     * @param focus the variable of the focus node
     */
    record Compiled(Clause root, Var focus) {}

    /** The clauses of a shape; empty if it has a part whose lookups are not known. */
    static Optional<Compiled> compile(Shape shape, Targets targets) {
        ShapeClauses clauses = new ShapeClauses(targets);
        try {
            shape.getTargets().forEach(clauses::target);
            clauses.shape(shape, new Place(clauses.root, clauses.focus));
        } catch (UntracedException e) {
            return Optional.empty();
        }
        return Optional.of(new Compiled(clauses.root, clauses.focus));
    }

    /** A node that is validated: the clause that binds it, and its variable. */
    private record Place(Clause clause, Var node) {
        Clause part() {
            Clause part = clause.part(Set.of());
            part.shared().add(node);
            return part;
        }

        Clause condition(Edge edge) {
            Clause part = clause.condition(Set.of());
            part.shared().add(node);
            part.edges().add(edge);
            return part;
        }

        Clause query() {
            Clause part = clause.part(Set.of(node));
            part.shared().add(node);
            return part;
        }
    }

    private void target(Target target) {
        Place place = new Place(root, focus);
        Node object = target.getObject();
        switch (target.getTargetType()) {
            case targetNode -> {}
            case targetClass, implicitClass -> place.condition(new Edge(focus, CLASSES, object));
            case targetSubjectsOf -> place.condition(new Edge(focus, new P_Link(object), names.fresh()));
            case targetObjectsOf -> place.condition(new Edge(names.fresh(), new P_Link(object), focus));
            case targetExtension -> {
                Query query = targets.query(target);
                QueryClauses.add(query, names.query(Targets.variable(query), focus), place.part());
            }
        }
    }

    private void shape(Shape shape, Place place) {
        if (shape.deactivated()) {
            return;
        } else if (!enclosing.add(shape.getShapeNode())) {
            throw new UntracedException("a recursive shape");
        }
        Place values = place;
        if (shape instanceof PropertyShape property) {
            Var value = names.fresh();
            values = new Place(place.part(), value);
            values.clause().edges().add(Edge.of(place.node(), property.getPath(), value));
            for (PropertyShape nested : shape.getPropertyShapes()) {
                shape(nested, values);
            }
        }
        for (Constraint constraint : shape.getConstraints()) {
            constraint(constraint, shape, place, values);
        }
        // Jena validates the property shapes of a property shape that has a target against the focus node.
        for (PropertyShape nested : shape.getPropertyShapes()) {
            shape(nested, place);
        }
        enclosing.remove(shape.getShapeNode());
    }

    private void constraint(Constraint constraint, Shape shape, Place place, Place values) {
        if (constraint instanceof ClassConstraint type) {
            values.condition(new Edge(values.node(), CLASSES, type.getExpectedClass()));
        } else if (constraint instanceof ConstraintPairwise pair) {
            place.part().edges().add(new Edge(place.node(), new P_Link(pair.getValue()), names.fresh()));
        } else if (constraint instanceof ClosedConstraint closed) {
            Stream.of(place, values).distinct().forEach(closing -> closed(closed, closing));
        } else if (constraint instanceof ConstraintOp1 one) {
            shape(one.getOther(), values);
        } else if (constraint instanceof ConstraintOpN many) {
            many.getOthers().forEach(other -> shape(other, values));
        } else if (constraint instanceof QualifiedValueShape qualified && !qualified.qDisjoint()) {
            shape(qualified.getSub(), values);
        } else if (constraint instanceof SparqlConstraint sparql) {
            query(sparql.getQuery(), shape, place);
        } else if (!readsValuesOnly(constraint)) {
            throw new UntracedException(constraint.getComponent().toString());
        }
    }

    private static boolean readsValuesOnly(Constraint constraint) {
        return constraint instanceof ConstraintTerm
                || constraint instanceof CardinalityConstraint
                || constraint instanceof HasValueConstraint
                || constraint instanceof InConstraint
                || constraint instanceof UniqueLangConstraint;
    }

    private void closed(ClosedConstraint closed, Place place) {
        if (!closed.isActive()) {
            return;
        }
        Var property = names.fresh();
        ExprList allowed =
                new ExprList(Stream.concat(closed.getExpected().stream(), closed.getIgnoredProperties().stream())
                        .<Expr>map(NodeValue::makeNode)
                        .toList());
        Clause part = place.part();
        part.edges().add(new Edge(place.node(), new P_Link(property), names.fresh()));
        part.filters().add(new E_NotOneOf(new ExprVar(property), allowed));
    }

    private void query(Query query, Shape shape, Place place) {
        boolean simple = !(shape instanceof PropertyShape property) || property.getPath() instanceof P_Link;
        if (!simple && query.toString().contains(PATH.getVarName())) {
            throw new UntracedException("$PATH for a path");
        }
        QueryClauses.add(query, names.query(THIS, place.node()), place.query());
    }
}
