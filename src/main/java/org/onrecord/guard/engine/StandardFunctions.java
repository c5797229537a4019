// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.List;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Functions by IRI: the casts of SPARQL 1.1 (section 17.5) and casts to other date types. Does not load classes by IRI.
 */
final class StandardFunctions extends FunctionRegistry {
    private static final List<String> CASTS = List.of(
            "boolean",
            "double",
            "float",
            "decimal",
            "integer",
            "dateTime",
            "string",
            "date",
            "time",
            "duration",
            "dayTimeDuration",
            "yearMonthDuration",
            "gYear",
            "gYearMonth",
            "anyURI",
            "int",
            "long",
            "short",
            "nonNegativeInteger",
            "positiveInteger");

    StandardFunctions() {
        FunctionRegistry all = FunctionRegistry.get();
        for (String cast : CASTS) {
            put(XSD.getURI() + cast, all.get(XSD.getURI() + cast));
        }
    }

    /** Whether the function is allowed. */
    static boolean contains(String iri) {
        return iri.startsWith(XSD.getURI())
                && CASTS.contains(iri.substring(XSD.getURI().length()));
    }

    @Override
    public @Nullable FunctionFactory get(String iri) {
        return contains(iri) ? super.get(iri) : null;
    }
}
