// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.serializer.SerializationContext;

/**
 * GROUP_CONCAT with percent signs in its separator. Jena 5.6.0 uses the separator as a format string when it prints the
 * aggregate during parsing: {@code SEPARATOR='%d'} fails, {@code SEPARATOR='%2000000000%'} builds a text of that
 * length. Here percent signs are escaped for printing.
 */
final class Separators {
    private Separators() {}

    /** An equivalent aggregate with a safe separator. */
    static Aggregator asWritten(Aggregator aggregator) {
        if (aggregator instanceof AggGroupConcat concat && isFormat(concat.getSeparator())) {
            return new Concat(concat.getExprList().get(0), concat.getSeparator());
        }
        if (aggregator instanceof AggGroupConcatDistinct concat && isFormat(concat.getSeparator())) {
            return new ConcatDistinct(concat.getExprList().get(0), concat.getSeparator());
        }
        return aggregator;
    }

    private static boolean isFormat(String separator) {
        return separator != null && separator.contains("%");
    }

    private static String printed(String separator) {
        return separator.replace("%", "%%");
    }

    private static final class Concat extends AggGroupConcat {
        Concat(Expr expression, String separator) {
            super(expression, separator);
        }

        @Override
        public String toPrefixString() {
            return printable().toPrefixString();
        }

        @Override
        public String asSparqlExpr(SerializationContext context) {
            return printable().asSparqlExpr(context);
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new Concat(expressions.get(0), getSeparator());
        }

        private Aggregator printable() {
            return new AggGroupConcat(getExpr(), printed(getSeparator()));
        }
    }

    private static final class ConcatDistinct extends AggGroupConcatDistinct {
        ConcatDistinct(Expr expression, String separator) {
            super(expression, separator);
        }

        @Override
        public String toPrefixString() {
            return printable().toPrefixString();
        }

        @Override
        public String asSparqlExpr(SerializationContext context) {
            return printable().asSparqlExpr(context);
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new ConcatDistinct(expressions.get(0), getSeparator());
        }

        private Aggregator printable() {
            return new AggGroupConcatDistinct(getExpr(), printed(getSeparator()));
        }
    }
}
