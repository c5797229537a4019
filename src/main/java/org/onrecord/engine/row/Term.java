// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.BitSet;

/**
 * A term of a pattern: a constant, or a variable with a place in the row.
 *
 * @param constant the number of the constant, or 0
 * @param place the place of the variable, or -1
 */
public record Term(int constant, int place) {
    /** No term: matches every term, and binds nothing. */
    public static final Term ANY = new Term(0, -1);

    /** A constant. */
    public static Term constant(int id) {
        return new Term(id, -1);
    }

    /** A variable. */
    public static Term variable(int place) {
        return new Term(0, place);
    }

    /** The places of the variables among terms. */
    public static BitSet places(Term... terms) {
        BitSet places = new BitSet();
        for (Term term : terms) {
            if (term.place >= 0) {
                places.set(term.place);
            }
        }
        return places;
    }

    /**
     * The ends of a pattern and where it is looked for.
     *
     * @param graph the named graph, or {@link #ANY} for the union of all
     */
    public record Ends(Term subject, Term object, Term graph) {
        public BitSet places() {
            return Term.places(subject, object, graph);
        }
    }

    /** The place of the variable, if it is one. */
    public BitSet places() {
        return places(this);
    }

    public boolean isConstant() {
        return constant != 0;
    }

    /** Whether this is one of some variables. */
    public boolean isIn(BitSet variables) {
        return place >= 0 && variables.get(place);
    }

    /** The value in a row; 0 if unbound. */
    public int value(int[] row) {
        return place < 0 ? constant : row[place];
    }

    /** Binds the variable, or says whether it already has the value. */
    public boolean set(int[] row, int value) {
        if (row[place] == 0) {
            row[place] = value;
            return true;
        }
        return row[place] == value;
    }

    public void clear(int[] row) {
        row[place] = 0;
    }
}
