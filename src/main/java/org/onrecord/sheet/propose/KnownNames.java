// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.TermOrder;

/**
 * The names of a graph that stand in a text: its labels in any language, as whole words with their capitals.
 *
 * @param places the things that each place may mean, in text order
 */
public record KnownNames(Map<Stretch, Set<Node>> places) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'\u2019.][\\p{L}\\p{N}]+)*");
    private static final int MOST_WORDS = 8;

    public KnownNames {
        places = new LinkedHashMap<>(places);
    }

    /** The names of things in a text: of two that overlap, the longer or first. */
    public static KnownNames in(CodedText text, Things things) {
        Map<Stretch, Set<Node>> found = new LinkedHashMap<>();
        for (Stretch line : text.paragraphs()) {
            String words = text.words(line);
            List<int[]> bounds = new ArrayList<>();
            Matcher matcher = WORD.matcher(words);
            while (matcher.find()) {
                bounds.add(new int[] {matcher.start(), matcher.end()});
            }
            for (int at = 0; at < bounds.size(); at++) {
                at += longest(
                        new Line(words, line),
                        bounds.subList(at, Math.min(bounds.size(), at + MOST_WORDS)),
                        things,
                        found);
            }
        }
        return new KnownNames(found);
    }

    private record Line(String words, Stretch place) {}

    /** Adds the longest name that begins with the first word, and returns how many more words it has. */
    private static int longest(Line line, List<int[]> bounds, Things things, Map<Stretch, Set<Node>> found) {
        for (int count = bounds.size(); count > 0; count--) {
            String words = line.words().substring(bounds.get(0)[0], bounds.get(count - 1)[1]);
            String name = words.replaceFirst("['\u2019]s$", "");
            Set<Node> named = things.labelled(name);
            if (!named.isEmpty()) {
                int start = line.place().start() + line.words().codePointCount(0, bounds.get(0)[0]);
                Set<Node> sorted = new TreeSet<>(TermOrder.TERMS);
                sorted.addAll(named);
                found.put(new Stretch(start, start + name.codePointCount(0, name.length())), sorted);
                return count - 1;
            }
        }
        return 0;
    }

    /** The things that the text may mean. */
    public Set<Node> things() {
        Set<Node> things = new TreeSet<>(TermOrder.TERMS);
        places.values().forEach(things::addAll);
        return things;
    }
}
