// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.Unstable;
import org.jspecify.annotations.Nullable;
import org.onrecord.guard.Refusal;
import org.onrecord.guard.RefusedException;

/**
 * What is known of a query before it runs. Made from its algebra, because a walk over its syntax tree misses ORDER BY and
 * EXISTS.
 *
 * @param deterministic whether the same graph gives the same answer each time
 */
public record Inspection(boolean deterministic) {
    /**
     * Looks at every operator and function of a query.
     *
     * @throws RefusedException if one of them is refused: a SERVICE that is not allowed, a function that is not SPARQL's
     */
    public static Inspection of(Query query, Services services) {
        AtomicBoolean deterministic = new AtomicBoolean(true);
        if (query.getQueryPattern() != null) {
            Op op = Algebra.compile(query);
            Transformer.transform(new Operators(services, deterministic), new Functions(deterministic), op);
        }
        return new Inspection(deterministic.get());
    }

    private static void refuse(String detail) {
        throw new RefusedException(new Refusal(Refusal.Kind.FEATURE, detail));
    }

    /** Refuses operators, and notes those that give another answer each time. */
    private static final class Operators extends TransformCopy {
        private final Services services;
        private final AtomicBoolean deterministic;

        Operators(Services services, AtomicBoolean deterministic) {
            this.services = services;
            this.deterministic = deterministic;
        }

        @Override
        public Op transform(OpService call, Op sub) {
            Node endpoint = call.getService();
            if (!endpoint.isURI() || !services.allows(endpoint.getURI())) {
                String name = endpoint.isURI() ? "<" + endpoint.getURI() + ">" : "?" + endpoint.getName();
                throw new RefusedException(Services.refusal(name));
            }
            deterministic.set(false);
            return super.transform(call, sub);
        }

        @Override
        public Op transform(OpBGP pattern) {
            for (Triple triple : pattern.getPattern()) {
                check(String.valueOf(triple.getPredicate()));
            }
            return super.transform(pattern);
        }

        @Override
        public Op transform(OpPath path) {
            check(path.getTriplePath().toString());
            return super.transform(path);
        }

        /** IRIs in a path are written in angle brackets; a predicate alone is an IRI as it is. */
        private static void check(String predicates) {
            if (predicates.startsWith("java:") || predicates.contains("<java:")) {
                refuse("A property function 'java:' is refused: this server loads no code that a query names.");
            }
        }
    }

    /** Refuses functions, and notes those that give another value each time. */
    private static final class Functions extends ExprTransformCopy {
        private final AtomicBoolean deterministic;

        Functions(AtomicBoolean deterministic) {
            this.deterministic = deterministic;
        }

        @Override
        public Expr transform(ExprFunction0 function) {
            checkDeterministic(function);
            return super.transform(function);
        }

        @Override
        public Expr transform(ExprFunction1 function, @Nullable Expr argument) {
            checkDeterministic(function);
            return super.transform(function, argument);
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            checkDeterministic(function);
            if (function instanceof E_Function call && !StandardFunctions.contains(call.getFunctionIRI())) {
                refuse(
                        "The function <%s> is refused: this server runs the functions of SPARQL 1.1 and its casts, and no other."
                                .formatted(call.getFunctionIRI()));
            }
            return super.transform(function, arguments);
        }

        private void checkDeterministic(Expr function) {
            if (function instanceof Unstable || function instanceof E_Now) {
                deterministic.set(false);
            }
        }
    }
}
