// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.onrecord.curation.HomeEdit;
import org.onrecord.evidence.Coverage;
import org.onrecord.evidence.Sentence;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.compile.Compiled;
import org.onrecord.sheet.compile.SheetProblem;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.source.Layout;
import org.onrecord.source.Place;
import org.onrecord.source.Position;
import org.onrecord.source.TermOrder;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Finding;
import org.onrecord.validation.Severity;

/** What validation and coverage find in compiled articles, with the places of their sheets. */
final class Findings {
    private final Map<String, Compiled> compiled;
    private final HomeEdit edit;

    /**
     * Findings of an edit.
     *
     * @param compiled the compiled sheets, by the names of their data files
     */
    Findings(Map<String, Compiled> compiled, HomeEdit edit) {
        this.compiled = compiled;
        this.edit = edit;
    }

    /** The violations of all files, and the warnings about the compiled articles. */
    List<SheetProblem> problems() {
        return edit.validate().findings().stream()
                .filter(finding -> finding.severity() == Severity.VIOLATION
                        || compiled.containsKey(finding.place().file()))
                .map(this::problem)
                .toList();
    }

    private SheetProblem problem(Finding finding) {
        Layout layout = edit.layout();
        Node focus = finding.fault().focus();
        String property = finding.fault()
                .property()
                .map(node -> " " + layout.shorten(node))
                .orElse("");
        String value = finding.fault()
                .value()
                .filter(node -> !node.equals(focus))
                .map(node -> " " + layout.shorten(node))
                .orElse("");
        String message = layout.shorten(focus) + property + value + ": " + finding.message()
                + finding.remedy()
                        .map(remedy -> (finding.message().endsWith(".") ? " " : ". ") + remedy)
                        .orElse("");
        return new SheetProblem(
                finding.severity() == Severity.VIOLATION ? Severity.VIOLATION : Severity.WARNING,
                place(finding),
                message);
    }

    /** The place in the sheet, if the finding is about something that the sheet says. */
    private Place place(Finding finding) {
        Optional<Compiled> sheet =
                Optional.ofNullable(compiled.get(finding.place().file()));
        return sheet.map(source -> {
                    Node focus = finding.fault().focus();
                    Position position = finding.fault()
                            .property()
                            .map(property -> source.position(focus, property))
                            .orElseGet(() -> source.position(focus));
                    return Place.at(source.sheet().name(), position);
                })
                .orElse(finding.place());
    }

    /** A warning for each sentence of a text with words that no statement and no name covers. */
    List<SheetProblem> uncovered(Compiled source, CodedText text) {
        Node article = source.coding().orElseThrow().article();
        return edit.fileOf(article).map(TurtleFile::graph).stream()
                .flatMap(graph -> new Coverage(graph).measure(article, text.text()).sentences().stream())
                .flatMap(sentence -> sentence.gaps().stream()
                        .filter(gap -> !gap.hasNoContent())
                        .map(gap -> new SheetProblem(
                                Severity.WARNING,
                                Place.at(source.sheet().name(), before(gap, source)),
                                uncovered(sentence, gap))))
                .toList();
    }

    /** The place of the last statement that begins before a gap, else of the sheet. */
    private static Position before(Sentence.Gap gap, Compiled source) {
        Coding coding = source.coding().orElseThrow();
        return coding.spans().keySet().stream()
                .filter(statement -> coding.spans(statement, Part.CONTENT).stream()
                        .anyMatch(stretch -> stretch.start() <= gap.start()))
                .max(Comparator.comparing((Node statement) ->
                                coding.spans(statement, Part.CONTENT).get(0).start())
                        .thenComparing(TermOrder.TERMS))
                .map(source::position)
                .orElseGet(() -> source.position(coding.article()));
    }

    private static String uncovered(Sentence sentence, Sentence.Gap gap) {
        return "Sentence %d of the text: '%s' (%d-%d) is in no statement and no name; add a statement, or a name"
                .formatted(sentence.number(), gap.words(), gap.start(), gap.end());
    }
}
