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
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;
import org.onrecord.guard.Refusal;
import org.onrecord.guard.RefusedException;

/**
 * A query that was inspected. Uses the algebra, because the syntax tree walker does not visit ORDER BY and EXISTS.
 *
 * @param query the query
 * @param algebra its algebra; null if it has no pattern
 * @param deterministic whether the same graph always gives the same answer
 */
public record Inspection(Query query, @Nullable Op algebra, boolean deterministic) {
    static final Symbol ALGEBRA = Symbol.create("org.onrecord.algebra");

    /**
     * Inspects every operator and function of a query.
     *
     * @throws RefusedException if the query uses a SERVICE that is not allowed or a non-standard function
     */
    public static Inspection of(Query query, Services services) {
        AtomicBoolean deterministic = new AtomicBoolean(true);
        Op algebra = query.getQueryPattern() == null ? null : Algebra.compile(query);
        if (algebra != null) {
            Transformer.transform(new Operators(services, deterministic), new Functions(deterministic), algebra);
        }
        return new Inspection(query, algebra, deterministic.get());
    }

    private static void refuse(String detail) {
        throw new RefusedException(new Refusal(Refusal.Kind.FEATURE, detail));
    }

    /** Rejects operators and detects non-deterministic ones. */
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

        /** IRIs in a path are in angle brackets; a single predicate is not. */
        private static void check(String predicates) {
            if (predicates.startsWith("java:") || predicates.contains("<java:")) {
                refuse(
                        "Property functions 'java:' are not supported: this server does not load classes named in queries.");
            }
        }
    }

    /** Rejects functions and detects non-deterministic ones. */
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
                refuse("The function <%s> is not supported: use the functions and casts of SPARQL 1.1."
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
