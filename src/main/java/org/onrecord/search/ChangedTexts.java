// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.onrecord.engine.Change;
import org.onrecord.vocabulary.Rec;

/**
 * The documents that a change affects: those of changed things, of statements about a thing with another name, with a speech act
 * of another name, or in other words of their article; changed mentions; and the weight of what changed triples lead to.
 *
 * @param change the change
 * @param texts the texts of the graph after it
 */
record ChangedTexts(Change change, Texts texts) {
    /** The properties from a statement to the words of its article, the last first. */
    private static final List<Node> EVIDENCE = List.of(OA.hasSelector.asNode(), Rec.EVIDENCE);

    private static final Set<Node> MENTION = Set.of(Rec.SURFACE, OA.hasBody.asNode());

    /** Replaces the documents. */
    void write(IndexWriter target) throws IOException {
        Set<Node> things = things();
        for (Node thing : things) {
            replace(target, EntryDocument.thing(thing.getURI()), texts.properties(thing));
        }
        for (Triple called : mentions(things)) {
            String text = called.getObject().getLiteralLexicalForm();
            replace(
                    target,
                    EntryDocument.mention(called.getSubject().getURI(), text),
                    texts.isMentioned(called) ? Stream.of(texts.mention(called)) : Stream.empty());
        }
        boolean hasDocuments = target.getFieldNames().contains(EntryDocument.WEIGHT);
        for (Node thing : changed(triple -> true, Triple::getObject)) {
            if (hasDocuments && texts.isThing(thing)) {
                target.updateNumericDocValue(
                        EntryDocument.weighted(thing.getURI()), EntryDocument.WEIGHT, texts.weight(thing));
            }
        }
    }

    private static void replace(IndexWriter target, Term old, Stream<Entry> entries) throws IOException {
        target.deleteDocuments(old);
        for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
            target.addDocument(EntryDocument.of(all.next()));
        }
    }

    /** The things whose texts, related words or stems may have changed. */
    private Set<Node> things() {
        Set<Node> things = changed(triple -> true, Triple::getSubject);
        Set<Node> named = changed(triple -> Texts.NAMES.contains(triple.getPredicate()), Triple::getSubject);
        Texts.RELATED.forEach(property -> things.addAll(subjects(property, named)));
        things.addAll(subjects(Rec.SPEECH_ACT, named));
        things.addAll(subjects(
                Rec.REPORTED_IN, changed(triple -> triple.getPredicate().equals(Rec.DIGEST), Triple::getSubject)));
        Set<Node> evidence = new HashSet<>(things);
        for (Node property : EVIDENCE) {
            evidence.addAll(subjects(property, evidence));
        }
        things.addAll(evidence);
        things.removeIf(thing -> !texts.isThing(thing));
        return things;
    }

    /** What articles called a thing, or call it, where that or the thing may have changed. */
    private Set<Triple> mentions(Set<Node> things) {
        Texts earlier = new Texts(change.before(), statement -> "");
        Set<Node> mentions = changed(triple -> MENTION.contains(triple.getPredicate()), Triple::getSubject);
        return Stream.concat(
                        mentions.stream()
                                .flatMap(mention ->
                                        Stream.concat(earlier.mentionsBy(mention), texts.mentionsBy(mention))),
                        things.stream().flatMap(texts::mentionsOf))
                .collect(Collectors.toSet());
    }

    private Set<Node> changed(Predicate<Triple> which, Function<Triple, Node> end) {
        return change.triples().filter(which).map(end).collect(Collectors.toCollection(HashSet::new));
    }

    private Set<Node> subjects(Node property, Set<Node> objects) {
        return objects.stream()
                .flatMap(object -> change.after().stream(Node.ANY, property, object))
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
    }
}
