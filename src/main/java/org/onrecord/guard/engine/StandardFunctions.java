// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    private final Map<String, FunctionFactory> casts;

    @SuppressWarnings("removal")
    StandardFunctions() {
        FunctionRegistry all = FunctionRegistry.get();
        casts = CASTS.stream()
                .map(cast -> XSD.getURI() + cast)
                .collect(Collectors.toUnmodifiableMap(iri -> iri, all::get));
    }

    /** Whether the function is allowed. */
    static boolean contains(String iri) {
        return iri.startsWith(XSD.getURI())
                && CASTS.contains(iri.substring(XSD.getURI().length()));
    }

    @Override
    @SuppressWarnings("removal")
    public @Nullable FunctionFactory get(String iri) {
        return getFunctionFactory(iri);
    }

    /** Overrides the method that Jena 6 has in place of {@link #get(String)}, and Jena 5 has not. */
    @SuppressWarnings("MissingOverride")
    public @Nullable FunctionFactory getFunctionFactory(String iri) {
        return casts.get(iri);
    }
}
