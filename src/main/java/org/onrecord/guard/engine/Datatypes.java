// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.sse.Tags;
import org.jspecify.annotations.Nullable;

/** Datatypes by IRI. Jena registers every datatype permanently; those in queries are not registered. */
final class Datatypes {
    private Datatypes() {}

    static RDFDatatype of(String iri) {
        @Nullable RDFDatatype known = TypeMapper.getInstance().getTypeByName(iri);
        return known == null ? new BaseDatatype(iri) : known;
    }

    /** STRDT (SPARQL 1.1 Query, 17.4.2.11). */
    static final class StrDt extends ExprFunction2 {
        StrDt(Expr lexical, Expr datatype) {
            super(lexical, datatype, Tags.tagStrDatatype);
        }

        @Override
        public NodeValue eval(NodeValue lexical, NodeValue datatype) {
            if (!lexical.isString() || !datatype.isIRI()) {
                throw new ExprEvalException("STRDT requires a string and an IRI");
            }
            return NodeValue.makeNode(NodeFactory.createLiteralDT(
                    lexical.asString(), of(datatype.asNode().getURI())));
        }

        @Override
        public Expr copy(Expr lexical, Expr datatype) {
            return new StrDt(lexical, datatype);
        }
    }
}
