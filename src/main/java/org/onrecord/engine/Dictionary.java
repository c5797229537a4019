// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.Arrays;
import org.apache.jena.graph.Node;

/**
 * Numbers terms from 1. Terms are equal if {@link Node#equals} says so (RDF 1.1 Concepts, section 3: term equality). Not
 * thread-safe while terms are added.
 */
final class Dictionary {
    private Node[] terms;
    private int[] table;
    private int size;

    /** Creates a dictionary without terms. */
    Dictionary() {
        this.terms = new Node[1024];
        this.table = new int[4096];
    }

    /** Creates a dictionary that begins with the terms of another. */
    Dictionary(Dictionary other) {
        this.terms = other.terms.clone();
        this.table = other.table.clone();
        this.size = other.size;
    }

    /** Creates a dictionary of different terms, numbered in their order. */
    Dictionary(Node[] terms) {
        this.terms = terms;
        this.size = terms.length;
        this.table = new int[Math.max(4096, 4 * Integer.highestOneBit(Math.max(1, size)))];
        fill();
    }

    /** The number of terms, which is the highest number given. */
    int size() {
        return size;
    }

    /** The term of a number from 1 to {@link #size}. */
    Node term(int id) {
        return terms[id - 1];
    }

    /** The number of a term, or 0 if it has none. */
    int id(Node term) {
        return table[slot(term)];
    }

    /** The number of a term, which gets one if it has none. */
    int add(Node term) {
        int slot = slot(term);
        if (table[slot] == 0) {
            if (size == terms.length) {
                terms = Arrays.copyOf(terms, size + size / 2 + 1);
            }
            terms[size++] = term;
            table[slot] = size;
            if (2 * size > table.length) {
                grow();
            }
            return size;
        }
        return table[slot];
    }

    /** Releases unused space. */
    void trim() {
        terms = terms.length == size ? terms : Arrays.copyOf(terms, size);
    }

    private void grow() {
        table = new int[2 * table.length];
        fill();
    }

    private void fill() {
        for (int id = 1; id <= size; id++) {
            table[slot(term(id))] = id;
        }
    }

    /** The place of a term in the hash table, or the free place for it. */
    private int slot(Node term) {
        int hash = term.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 15) & table.length - 1;
        while (table[slot] != 0 && !term(table[slot]).equals(term)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
