// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Time;

/**
 * What follows from the text and from position where a sheet does not say it. Compiling and writing of sheets use the
 * same rules, so that a sheet says only what differs.
 */
public final class Rules {
    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "they", "it", "we", "i", "him", "her", "them", "who", "one", "his", "their", "its", "both",
            "neither");
    private static final Set<String> CALLS = Set.of("urge", "call-on", "demand", "propose");
    private static final Set<String> WORDLESS = Set.of("ask", "withhold", "remark", "refuse-comment");

    private final CodedText text;
    private final Graph graph;
    private final Things things;
    private final Node narrator;

    /** Rules for a text, over the graph that describes the things that it names. */
    public Rules(CodedText text, Graph graph, Things things, Node narrator) {
        this.text = text;
        this.graph = graph;
        this.things = things;
        this.narrator = narrator;
    }

    /** A code of a scheme. */
    public static Node code(String scheme, String slug) {
        return NodeFactory.createURI(Namespace.CODES + scheme + "/" + slug);
    }

    /** The speaker whom words name: of the actors mentioned in them, but not inside the name of another, a person first, then the longest name. */
    public Optional<Node> speaker(Stretch by, Collection<Mention> mentions) {
        List<Mention> actors = mentions.stream()
                .filter(mention -> by.contains(mention.place()) && things.isActor(mention.body()))
                .toList();
        return actors.stream()
                .filter(mention -> actors.stream()
                        .noneMatch(other ->
                                other.place().length() > mention.place().length()
                                        && other.place().contains(mention.place())))
                .min(Comparator.comparing((Mention mention) ->
                                !things.kind(mention.body()).equals("person"))
                        .thenComparing(mention -> -mention.place().length())
                        .thenComparing(Mention::compareTo))
                .map(Mention::body);
    }

    /** The quotations of a statement: the quoted parts of what a speaker of depth 1 said. */
    public List<Stretch> quotes(List<Stretch> content, int depth) {
        return depth != 1 ? List.of() : quoted(content);
    }

    /** The parts of stretches between double quotation marks. */
    public List<Stretch> quoted(List<Stretch> content) {
        return content.stream()
                .flatMap(stretch -> text.quotations().stream()
                        .filter(stretch::overlaps)
                        .map(quotation -> new Stretch(
                                Math.max(stretch.start(), quotation.start()),
                                Math.min(stretch.end(), quotation.end()))))
                .map(this::trimmed)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whether a coder has to say if nested words in quotation marks are a quotation of their speaker: the marks are not
     * those of the speaker who reports them.
     *
     * @param outer the quotations of the statement that reports it
     */
    public boolean isQuoteOpen(List<Stretch> content, int depth, List<Stretch> outer) {
        return depth > 1
                && !quoted(content).isEmpty()
                && outer.stream().noneMatch(quote -> content.stream().allMatch(quote::contains));
    }

    private Optional<Stretch> trimmed(Stretch stretch) {
        int[] codes = text.words(stretch).codePoints().toArray();
        int from = 0;
        int to = codes.length;
        while (from < to && Character.isWhitespace(codes[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(codes[to - 1])) {
            to--;
        }
        boolean words = java.util.Arrays.stream(codes).anyMatch(Character::isLetterOrDigit);
        return words ? Optional.of(new Stretch(stretch.start() + from, stretch.start() + to)) : Optional.empty();
    }

    /** The form of a statement. */
    public Node form(List<Stretch> content, List<Stretch> quotes, Collection<Node> acts, int depth) {
        if (depth == 0) {
            return code("form", "narration");
        }
        if (quotes.isEmpty()) {
            boolean wordless = acts.stream().anyMatch(act -> WORDLESS.contains(slug(act)));
            return code("form", wordless ? "mentioned" : "indirect");
        }
        long all = letters(content);
        return code("form", letters(quotes) == all ? "direct" : "mixed");
    }

    private long letters(List<Stretch> stretches) {
        return stretches.stream()
                .mapToLong(stretch -> text.words(stretch)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .count())
                .sum();
    }

    /** Whether one of the acts asks somebody to act: who is addressed is then called upon. */
    public static boolean isCall(Collection<Node> acts) {
        return acts.stream().anyMatch(act -> CALLS.contains(slug(act)));
    }

    /** How the text refers to a speaker. */
    public Node reference(Optional<Stretch> by, Node speaker) {
        String words = by.map(text::words).orElse("").toLowerCase(Locale.ROOT);
        String kind = things.kind(speaker);
        String slug;
        if (by.isEmpty()) {
            slug = "implied";
        } else if (PRONOUNS.contains(words)) {
            slug = "pronoun";
        } else if (kind.equals("group")) {
            slug = "collective";
        } else if (kind.equals("person") && !hasWordOfLabel(words, speaker)) {
            slug = "office";
        } else {
            slug = kind.equals("state") && !hasWordOfLabel(words, speaker) ? "metonym" : "name";
        }
        return code("speaker-reference", slug);
    }

    private boolean hasWordOfLabel(String words, Node thing) {
        Set<String> names = Stream.of(SKOS.prefLabel, SKOS.altLabel)
                .flatMap(property -> graph.stream(thing, property.asNode(), Node.ANY))
                .flatMap(triple -> words(triple.getObject().getLiteralLexicalForm()))
                .collect(Collectors.toSet());
        return words(words).anyMatch(word -> names.stream().anyMatch(name -> isSameWord(word, name)));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT)
                        .replaceAll("['\u2019]s\\b", "")
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2);
    }

    /** Equal, or an adjective of the name: {@code Armenian} of {@code Armenia}. */
    private static boolean isSameWord(String word, String name) {
        return word.equals(name) || name.length() > 3 && word.startsWith(name);
    }

    /** What a statement is about at least: the things named in it, and those that its claims are about. */
    public NavigableSet<Node> about(List<Stretch> content, Collection<Mention> mentions, Collection<Node> claims) {
        NavigableSet<Node> about = new TreeSet<>(TermOrder.TERMS);
        mentions.stream()
                .filter(mention -> content.stream().anyMatch(stretch -> stretch.contains(mention.place())))
                .map(Mention::body)
                .filter(thing -> !Set.of("claim", "office").contains(things.kind(thing)))
                .forEach(about::add);
        claims.forEach(claim -> about.addAll(G.listSP(graph, claim, Rec.ABOUT)));
        return about;
    }

    /**
     * The tenure in which somebody speaks: the one that covers the day.
     *
     * @param day an ISO date; empty if unknown
     */
    public Optional<Node> capacity(Node speaker, Optional<String> day) {
        List<Node> covering = graph.stream(Node.ANY, ORG.member.asNode(), speaker)
                .map(Triple::getSubject)
                .filter(tenure -> covers(tenure, day))
                .distinct()
                .toList();
        return covering.size() == 1 ? Optional.of(covering.get(0)) : Optional.empty();
    }

    private boolean covers(Node tenure, Optional<String> day) {
        List<Node> intervals = G.listSP(graph, tenure, ORG.memberDuring.asNode());
        return day.isEmpty()
                || intervals.stream()
                        .allMatch(interval -> edge(interval, Time.HAS_BEGINNING)
                                        .map(begin -> begin.compareTo(day.get()) <= 0)
                                        .orElse(true)
                                && edge(interval, Time.HAS_END)
                                        .map(end -> end.compareTo(day.get()) >= 0)
                                        .orElse(true));
    }

    private Optional<String> edge(Node interval, Node side) {
        return G.listSP(graph, interval, side).stream()
                .flatMap(instant -> G.listSP(graph, instant, Time.IN_XSDDATE).stream())
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    /**
     * The voice of a mention: in a quotation its speaker, but the narrator in an editor's brackets there; undecided in
     * words that are reported without quotation, or only perhaps; else the narrator.
     *
     * @param statements those in which it occurs, with their spans and facts
     */
    public Optional<Node> voice(Stretch place, Collection<Node> statements, Coding coding) {
        Set<Node> quoted = new HashSet<>();
        List<Node> quoting = new ArrayList<>();
        for (Node statement : coding.spans().keySet()) {
            if (coding.spans(statement, Part.QUOTE).stream().anyMatch(quote -> quote.contains(place))) {
                quoting.add(statement);
                quoted.addAll(G.listSP(coding.facts(), statement, Rec.SPEAKER));
            }
        }
        if (!quoting.isEmpty()) {
            return text.isEditors(place) || quoted.size() != 1
                    ? text.isEditors(place) ? Optional.of(narrator) : Optional.empty()
                    : quoted.stream().findFirst();
        }
        boolean open = statements.stream()
                .anyMatch(statement -> !coding.facts().contains(statement, Rec.SPEAKER, narrator)
                        || coding.facts().contains(statement, Rec.POSSIBLY_WITHIN, Node.ANY));
        return open ? Optional.empty() : Optional.of(narrator);
    }

    /** The statements whose words hold a mention. */
    public static NavigableSet<Node> in(Stretch place, Coding coding) {
        NavigableSet<Node> in = new TreeSet<>(TermOrder.TERMS);
        coding.spans().keySet().stream()
                .filter(statement ->
                        coding.spans(statement, Part.CONTENT).stream().anyMatch(content -> content.contains(place)))
                .forEach(in::add);
        return in;
    }

    private static String slug(Node code) {
        return code.getURI().substring(code.getURI().lastIndexOf('/') + 1);
    }
}
