// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.evidence.ArticleText;

/** The text of an article with its paragraphs (lines), quotations, and the words that pointers mean. Thread-safe. */
public final class CodedText {
    private static final Pattern DOTS = Pattern.compile("\\s*(?:\\.{2,3}|\u2026)\\s*");
    private static final Pattern BRACKETS = Pattern.compile("^([^\\[]*)\\[([^\\]]+)](.*)$", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final ArticleText text;
    private final int[] codes;
    private final Characters characters;
    private final List<Stretch> paragraphs;
    private final List<Stretch> quotations;
    private final Map<String, List<Stretch>> found = new ConcurrentHashMap<>();

    /** Divides a text. */
    public CodedText(ArticleText text) {
        this.text = text;
        this.codes = text.text().codePoints().toArray();
        this.characters = new Characters(codes);
        this.paragraphs = paragraphs(codes);
        this.quotations =
                paragraphs.stream().flatMap(line -> quotations(line).stream()).toList();
    }

    /** The text itself. */
    public ArticleText text() {
        return text;
    }

    /** The words of a stretch. */
    public String words(Stretch stretch) {
        return text.substring(stretch.start(), stretch.end());
    }

    /** The lines with text, without white space around it. */
    public List<Stretch> paragraphs() {
        return paragraphs;
    }

    /** What stands between double quotation marks, without them; a mark left open ends with its paragraph. */
    public List<Stretch> quotations() {
        return quotations;
    }

    /** The number of the paragraph that a stretch begins in, from 0. */
    public int paragraph(Stretch stretch) {
        for (int at = paragraphs.size() - 1; at > 0; at--) {
            if (paragraphs.get(at).start() <= stretch.start()) {
                return at;
            }
        }
        return 0;
    }

    /** Whether a stretch stands in square or round brackets inside a quotation, where an editor writes. */
    public boolean isEditors(Stretch stretch) {
        Optional<Stretch> quotation =
                quotations.stream().filter(range -> range.contains(stretch)).findFirst();
        int from = quotation.map(Stretch::start).orElse(stretch.end());
        int open = 0;
        for (int at = from; at <= stretch.start() && at < stretch.end(); at++) {
            open += codes[at] == '[' || codes[at] == '(' ? 1 : codes[at] == ']' || codes[at] == ')' ? -1 : 0;
        }
        return open > 0;
    }

    /** All stretches that a pointer may mean, in text order: verbatim words, else first and last words, else context. */
    public List<Stretch> find(String pointer) {
        return found.computeIfAbsent(pointer, this::search);
    }

    private List<Stretch> search(String pointer) {
        List<Stretch> verbatim = characters.find(pointer);
        if (!verbatim.isEmpty()) {
            return verbatim;
        }
        Matcher brackets = BRACKETS.matcher(pointer);
        if (brackets.matches()) {
            return inContext(brackets.group(1), brackets.group(2), brackets.group(3));
        }
        Matcher numbers = NUMBERS.matcher(pointer.strip());
        if (numbers.matches()) {
            int start = Integer.parseInt(numbers.group(1));
            int end = Integer.parseInt(numbers.group(2));
            return text.holds(start, end) ? List.of(new Stretch(start, end)) : List.of();
        }
        Set<Stretch> ranges = new LinkedHashSet<>();
        Matcher dots = DOTS.matcher(pointer.strip());
        while (ranges.isEmpty() && dots.find()) {
            ranges.addAll(fromTo(
                    pointer.strip().substring(0, dots.start()), pointer.strip().substring(dots.end())));
        }
        return List.copyOf(ranges);
    }

    private List<Stretch> fromTo(String first, String last) {
        List<Stretch> ranges = new ArrayList<>();
        List<Stretch> ends = characters.find(last);
        for (Stretch from : characters.find(first)) {
            Stretch line = paragraphs.get(paragraph(from));
            ends.stream()
                    .filter(to -> to.start() >= from.end() && to.end() <= line.end())
                    .forEach(to -> ranges.add(new Stretch(from.start(), to.end())));
        }
        return ranges;
    }

    private List<Stretch> inContext(String before, String words, String after) {
        return search(words).stream()
                .filter(stretch -> before.isBlank() || endsAt(before, stretch.start()))
                .filter(stretch -> after.isBlank() || startsAt(after, stretch.end()))
                .toList();
    }

    private boolean endsAt(String before, int start) {
        return characters.find(before).stream().anyMatch(context -> isGap(context.end(), start, before.endsWith(" ")));
    }

    private boolean startsAt(String after, int end) {
        return characters.find(after).stream().anyMatch(context -> isGap(end, context.start(), after.startsWith(" ")));
    }

    /** Whether only white space is between two places: some, or none, as the pointer has it. */
    private boolean isGap(int from, int to, boolean some) {
        return from <= to
                && (from < to) == some
                && text.text().codePoints().skip(from).limit(to - (long) from).allMatch(Character::isWhitespace);
    }

    private static List<Stretch> paragraphs(int[] codes) {
        List<Stretch> lines = new ArrayList<>();
        int start = -1;
        int end = 0;
        for (int at = 0; at <= codes.length; at++) {
            boolean newLine = at == codes.length || codes[at] == '\n' || codes[at] == '\r';
            if (newLine && start >= 0) {
                lines.add(new Stretch(start, end));
                start = -1;
            } else if (!newLine && !Character.isWhitespace(codes[at]) && codes[at] != 0xFEFF) {
                start = start < 0 ? at : start;
                end = at + 1;
            }
        }
        return List.copyOf(lines);
    }

    private List<Stretch> quotations(Stretch line) {
        List<Stretch> inside = new ArrayList<>();
        int open = -1;
        for (int at = line.start(); at < line.end(); at++) {
            int code = codes[at];
            if (!Characters.isDoubleMark(code)) {
                continue;
            }
            boolean opens = open < 0 ? code != '\u201D' : code == '\u201E';
            if (opens) {
                open = at + 1;
            } else if (open >= 0 && code != '\u201C') {
                add(new Stretch(open, at), inside);
                open = -1;
            }
        }
        if (open >= 0) {
            add(new Stretch(open, line.end()), inside);
        }
        return inside;
    }

    private static void add(Stretch quotation, List<Stretch> inside) {
        if (quotation.length() > 0) {
            inside.add(quotation);
        }
    }
}
