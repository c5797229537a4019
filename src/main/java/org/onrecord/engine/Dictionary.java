// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Numbers terms from 1. Terms are equal if {@link Node#equals} says so (RDF 1.1 Concepts, section 3: term equality). Not
 * thread-safe while terms are added.
 */
final class Dictionary {
    /** The number of terms of each block; the last may have fewer. */
    static final int BLOCK = 4096;

    /** The first terms, in binary form. */
    private final List<TermBlock> blocks;

    /** The number of terms of the blocks. */
    private final int inBlocks;

    /** The others. */
    private Node[] others;

    private int[] table;
    private int size;

    /** Creates a dictionary without terms. */
    Dictionary() {
        this.blocks = List.of();
        this.inBlocks = 0;
        this.others = new Node[1024];
        this.table = new int[4096];
    }

    /** Creates a dictionary that begins with the terms of another. */
    Dictionary(Dictionary other) {
        this.blocks = other.blocks;
        this.inBlocks = other.inBlocks;
        this.others = other.others.clone();
        this.table = other.table.clone();
        this.size = other.size;
    }

    /** Creates a dictionary of different terms, numbered in their order. */
    Dictionary(List<TermBlock> blocks) {
        this.blocks = blocks;
        this.inBlocks = blocks.stream().mapToInt(TermBlock::size).sum();
        this.others = new Node[0];
        this.size = inBlocks;
        this.table = new int[Math.max(4096, 4 * Integer.highestOneBit(Math.max(1, size)))];
        fill();
    }

    /** The number of terms, which is the highest number given. */
    int size() {
        return size;
    }

    /** The term of a number from 1 to {@link #size}. */
    Node term(int id) {
        return id > inBlocks ? others[id - 1 - inBlocks] : block(id).term((id - 1) % BLOCK);
    }

    private TermBlock block(int id) {
        return blocks.get((id - 1) / BLOCK);
    }

    /**
     * The term of a number in binary form. It is not decoded for that.
     *
     * @param label the label of a blank node with a number
     */
    byte[] encoded(int id, IntFunction<String> label) {
        if (id <= inBlocks && !block(id).isBlank((id - 1) % BLOCK)) {
            return block(id).encoded((id - 1) % BLOCK);
        }
        Node term = term(id);
        return TermBlock.encoded(term.isBlank() ? NodeFactory.createBlankNode(label.apply(id)) : term);
    }

    /** The hash code of the term of a number. */
    private int hash(int id) {
        return id > inBlocks
                ? TermBlock.hash(others[id - 1 - inBlocks])
                : block(id).hash((id - 1) % BLOCK);
    }

    /** The number of a term, or 0 if it has none. */
    int id(Node term) {
        return table[slot(term)];
    }

    /** The number of a term, which gets one if it has none. */
    int add(Node term) {
        int slot = slot(term);
        if (table[slot] == 0) {
            int other = size++ - inBlocks;
            if (other == others.length) {
                others = Arrays.copyOf(others, other + other / 2 + 1);
            }
            others[other] = term;
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
        others = others.length == size - inBlocks ? others : Arrays.copyOf(others, size - inBlocks);
    }

    private void grow() {
        table = new int[2 * table.length];
        fill();
    }

    /** Numbers all terms, which are different. */
    private void fill() {
        for (int id = 1; id <= size; id++) {
            int slot = first(hash(id));
            while (table[slot] != 0) {
                slot = next(slot);
            }
            table[slot] = id;
        }
    }

    /** The place of a term in the hash table, or the free place for it. */
    private int slot(Node term) {
        int slot = first(TermBlock.hash(term));
        while (table[slot] != 0 && !term(table[slot]).equals(term)) {
            slot = next(slot);
        }
        return slot;
    }

    private int first(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & table.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & table.length - 1;
    }
}
