// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;
import org.onrecord.query.Question;
import org.onrecord.release.Release;

/** Binds questions of the catalogue for a release. */
final class QuestionBinder {
    private final Catalogue catalogue;
    private final Binder binder;

    QuestionBinder(Catalogue catalogue, Release release) {
        this.catalogue = catalogue;
        this.binder = new Binder(Names.of(release));
    }

    /** All questions. */
    Collection<Question> questions() {
        return catalogue.questions();
    }

    /** Finds a question by name. */
    Optional<Question> find(String name) {
        return catalogue.find(name);
    }

    /** Binds values to a question; empty if it does not exist. */
    Optional<BindResult> bind(String name, Map<String, List<String>> values) {
        return catalogue.find(name).map(question -> binder.bind(question, values));
    }

    /** The SPARQL text of a bound query; empty if values are invalid. */
    static Optional<String> sparql(BindResult result) {
        return result instanceof BindResult.Bound bound
                ? Optional.of(bound.query().serialize())
                : Optional.empty();
    }
}
