// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.coding.StatementKey;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/** Marks the quotations of speakers whose words the article translates: the key {@code translations}. */
final class Translations {
    /** The keys of an entry. */
    static final Set<String> KEYS = Set.of("of", "note");

    private final Draft draft;
    private final References references;

    Translations(Draft draft, References references) {
        this.draft = draft;
        this.references = references;
    }

    /** Marks each quotation of the speakers, unless the statement says otherwise, and adds the reason to its note. */
    void read(Fields sheet) {
        for (Fields fields : sheet.mappings("translations")) {
            fields.allow(KEYS);
            Set<Node> of = fields.scalars("of").stream()
                    .flatMap(speaker -> references.thing(speaker, Kind.ACTORS).stream())
                    .collect(Collectors.toSet());
            draft.statements().forEach((statement, own) -> {
                boolean theirs = draft.values(statement, Rec.SPEAKER).stream().anyMatch(of::contains);
                if (theirs
                        && !draft.spans(statement, Part.QUOTE).isEmpty()
                        && !own.has(StatementKey.TRANSLATED.key())) {
                    draft.add(statement, Rec.TRANSLATED, KeyValues.TRUE);
                    draft.appendNote(statement, fields.text("note").orElse(""));
                }
            });
        }
    }
}
