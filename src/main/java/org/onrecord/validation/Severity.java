// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;

/**
 * What the level of a finding means for a release, most severe first. Only violations prevent one. SHACL (section 2.1.4)
 * allows any IRI as a level and says nothing of its weight: one that is not a term of SHACL counts as a violation, so that
 * nothing passes unseen.
 */
public enum Severity {
    VIOLATION(SHACL.Violation),
    WARNING(SHACL.Warning),
    INFO(SHACL.Info);

    private final String iri;

    Severity(Node term) {
        this.iri = term.getURI();
    }

    /** The severity of a level. */
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

    /** The name in lower case: {@code violation}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number of findings as text: {@code 1 violation}, {@code 2 violations}. */
    String count(long number) {
        return number + " " + this + (number == 1 ? "" : "s");
    }
}
