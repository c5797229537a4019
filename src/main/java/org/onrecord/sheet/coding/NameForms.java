// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;

/**
 * The places that the forms of names mean: every place of its words, except inside a longer form of the same thing, and
 * where a form with context says otherwise.
 *
 * @param text the text
 * @param forms all forms of the plain names, or of the loaded wordings
 */
public record NameForms(CodedText text, List<Form> forms) {
    public NameForms {
        forms = List.copyOf(forms);
    }

    /**
     * Words for a thing.
     *
     * @param words as in the text, or {@code context [the words] context}
     */
    public record Form(Node thing, String words) {}

    /** The places of a form, in text order. */
    public List<Stretch> places(Form form) {
        List<Stretch> all = text.find(form.words());
        if (hasContext(form)) {
            return all;
        }
        Set<Stretch> claimed = forms.stream()
                .filter(this::hasContext)
                .flatMap(other -> text.find(other.words()).stream())
                .collect(Collectors.toSet());
        List<Stretch> own = forms.stream()
                .filter(other -> other.thing().equals(form.thing()))
                .flatMap(other -> text.find(other.words()).stream())
                .toList();
        return all.stream()
                .filter(place -> !claimed.contains(place))
                .filter(place -> own.stream().noneMatch(other -> other.contains(place) && !other.equals(place)))
                .toList();
    }

    /** Whether words are in square brackets that the text does not have. */
    private boolean hasContext(Form form) {
        List<Stretch> places = text.find(form.words());
        return form.words().indexOf('[') >= 0
                && !places.isEmpty()
                && text.words(places.get(0)).indexOf('[') < 0;
    }
}
