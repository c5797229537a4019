// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;

/** How bad a finding is (SHACL, section 2.1.4), the worst first. Only a violation refuses data. */
public enum Severity {
    VIOLATION(SHACL.Violation),
    WARNING(SHACL.Warning),
    INFO(SHACL.Info);

    private final String iri;

    Severity(Node term) {
        this.iri = term.getURI();
    }

    /** The severity that a SHACL term names; one that SHACL does not know counts as a violation. */
    static Severity of(Node term) {
        for (Severity severity : values()) {
            if (severity.term().equals(term)) {
                return severity;
            }
        }
        return VIOLATION;
    }

    /** The SHACL term: {@code sh:Violation}, {@code sh:Warning} or {@code sh:Info}. */
    Node term() {
        return NodeFactory.createURI(iri);
    }

    /** The word for people, in lower case: {@code violation}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number of findings in words: {@code 1 violation}, {@code 2 violations}. */
    String count(long number) {
        return number + " " + this + (number == 1 ? "" : "s");
    }
}
