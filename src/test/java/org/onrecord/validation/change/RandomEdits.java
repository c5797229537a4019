// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Random edits of triples, made of their own terms. Equal seeds give equal edits. */
public final class RandomEdits {
    private static final int KINDS = 10;

    private final Random random;
    private final List<Triple> terms;
    private final List<Triple> types;
    private final List<Triple> dropped = new ArrayList<>();

    /**
     * Edits with the terms of some triples.
     *
     * @param vocabulary triples whose subjects are used as classes and properties, too
     */
    public RandomEdits(long seed, Collection<Triple> data, Collection<Triple> vocabulary) {
        this.random = new Random(seed);
        this.terms = sorted(data);
        this.types = sorted(vocabulary);
    }

    private static List<Triple> sorted(Collection<Triple> triples) {
        return triples.stream()
                .filter(triple ->
                        !triple.getSubject().isBlank() && !triple.getObject().isBlank())
                .sorted(Comparator.comparing(Triple::toString))
                .toList();
    }

    /** The triples after an edit of one to three steps. */
    public Set<Triple> edit(Set<Triple> before) {
        Set<Triple> after = new LinkedHashSet<>(before);
        for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
            step(after);
        }
        return after;
    }

    private void step(Set<Triple> triples) {
        Triple some = any(List.copyOf(triples));
        Triple other = any(terms);
        switch (random.nextInt(KINDS)) {
            case 0 -> drop(triples, some);
            case 1 -> replace(triples, some, create(some.getSubject(), some.getPredicate(), other.getObject()));
            case 2 ->
                replace(
                        triples,
                        some,
                        create(
                                some.getSubject(),
                                some.getPredicate(),
                                like(some).getObject()));
            case 3 -> retype(triples);
            case 4 -> swap(triples, some);
            case 5 ->
                triples.add(create(
                        some.getSubject(), other.getPredicate(), any(terms).getObject()));
            case 6 -> copy(triples, some.getSubject());
            case 7 -> dropNode(triples, some.getSubject());
            case 8 -> triples.addAll(dropped);
            default -> replace(triples, some, create(some.getSubject(), other.getPredicate(), some.getObject()));
        }
    }

    private void drop(Set<Triple> triples, Triple triple) {
        triples.remove(triple);
        dropped.add(triple);
    }

    private void replace(Set<Triple> triples, Triple old, Triple next) {
        drop(triples, old);
        triples.add(next);
    }

    /** Another triple with the same predicate. */
    private Triple like(Triple triple) {
        return any(terms.stream()
                .filter(other -> other.getPredicate().equals(triple.getPredicate()))
                .toList());
    }

    private void retype(Set<Triple> triples) {
        Triple old = any(triples.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type))
                .toList());
        Node type = random.nextBoolean() ? like(old).getObject() : any(types).getSubject();
        replace(triples, old, create(old.getSubject(), RDF.Nodes.type, type));
    }

    private void swap(Set<Triple> triples, Triple one) {
        Triple two = any(triples.stream()
                .filter(triple -> triple.getPredicate().equals(one.getPredicate()))
                .toList());
        replace(triples, one, create(one.getSubject(), one.getPredicate(), two.getObject()));
        replace(triples, two, create(two.getSubject(), two.getPredicate(), one.getObject()));
    }

    private void copy(Set<Triple> triples, Node subject) {
        Node twin = NodeFactory.createURI(subject + "-" + random.nextInt(100));
        Set<Triple> copied = new HashSet<>();
        for (Triple triple : triples) {
            if (triple.getSubject().equals(subject)) {
                copied.add(create(twin, triple.getPredicate(), triple.getObject()));
            } else if (triple.getObject().equals(subject) && random.nextBoolean()) {
                copied.add(create(triple.getSubject(), triple.getPredicate(), twin));
            }
        }
        triples.addAll(copied);
    }

    private void dropNode(Set<Triple> triples, Node node) {
        boolean uses = random.nextBoolean();
        List.copyOf(triples).stream()
                .filter(triple -> triple.getSubject().equals(node)
                        || uses && triple.getObject().equals(node))
                .forEach(triple -> drop(triples, triple));
    }

    private static Triple create(Node subject, Node predicate, Node object) {
        return Triple.create(subject, predicate, object);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
