// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Part;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/** Finds the speakers all of whose quotations are translated, for one reason. */
final class TranslationsWriter {
    private final Coding coding;
    private final ReferenceWriter references;
    private final Map<Node, String> reasons = new LinkedHashMap<>();

    TranslationsWriter(Coding coding, ReferenceWriter references) {
        this.coding = coding;
        this.references = references;
        Map<Node, List<Node>> quoted = new LinkedHashMap<>();
        for (Node statement : coding.spans().keySet()) {
            if (!coding.spans(statement, Part.QUOTE).isEmpty()) {
                speaker(statement)
                        .ifPresent(speaker -> quoted.computeIfAbsent(speaker, key -> new ArrayList<>())
                                .add(statement));
            }
        }
        quoted.forEach((speaker, statements) -> {
            List<String> others = coding.spans().keySet().stream()
                    .filter(other -> !isTranslated(other))
                    .map(this::whole)
                    .toList();
            String reason = Notes.commonEnd(statements.stream().map(this::whole).toList(), others);
            if (!reason.isEmpty() && statements.stream().allMatch(this::isTranslated)) {
                reasons.put(speaker, reason);
            }
        });
    }

    /** Adds the section, if there are such speakers. */
    void write(YamlText out) {
        Map<String, List<String>> speakers = new LinkedHashMap<>();
        reasons.forEach((speaker, reason) -> speakers.computeIfAbsent(reason, key -> new ArrayList<>())
                .add(references.shortest(speaker, Kind.ACTORS)));
        if (!speakers.isEmpty()) {
            out.key(0, "translations");
            speakers.forEach((reason, of) -> {
                YamlText entry = new YamlText(4);
                entry.values(0, "of", of);
                entry.value(0, "note", reason);
                out.item(2, entry);
            });
        }
    }

    /** Whether a statement is marked because of its speaker. */
    boolean isByRule(Node statement) {
        return !coding.spans(statement, Part.QUOTE).isEmpty()
                && speaker(statement).filter(reasons::containsKey).isPresent();
    }

    /** The note of a statement without the reason that follows from its speaker. */
    String note(Node statement) {
        String reason =
                isByRule(statement) ? speaker(statement).map(reasons::get).orElse("") : "";
        return Notes.without(whole(statement), reason);
    }

    private boolean isTranslated(Node statement) {
        return coding.facts().contains(statement, Rec.TRANSLATED, Node.ANY);
    }

    private String whole(Node statement) {
        return G.listSP(coding.facts(), statement, Rec.CODING_NOTE).stream()
                .min(TermOrder.TERMS)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    private Optional<Node> speaker(Node statement) {
        return G.listSP(coding.facts(), statement, Rec.SPEAKER).stream().findFirst();
    }
}
