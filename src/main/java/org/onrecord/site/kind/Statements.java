// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.site.kind.StatementPage.Held;
import org.onrecord.site.kind.StatementPage.Open;
import org.onrecord.site.kind.StatementPage.Proof;
import org.onrecord.site.kind.StatementPage.Quote;
import org.onrecord.site.kind.StatementPage.Told;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.Block.Fact;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.Spot;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;

/** Builds pages of statements. */
public final class Statements {
    private static final List<Node> FACTS = List.of(
            Rec.ABOUT,
            DCTerms.subject.asNode(),
            Rec.CAPACITY,
            Rec.ON_BEHALF_OF,
            Rec.ADDRESSEE,
            Rec.CALLED_UPON,
            Rec.OCCASION,
            Rec.FORM,
            Rec.SPEECH_ACT,
            Rec.SPEAKER_REFERENCE);
    private static final List<Node> EVIDENCE = List.of(
            Rec.EVIDENCE,
            Rec.QUOTE_EVIDENCE,
            Rec.SPEAKER_EVIDENCE,
            Rec.CUE_EVIDENCE,
            Rec.OCCASION_EVIDENCE,
            Rec.DATE_EVIDENCE);

    private final PageSections parts;
    private final GraphReader reading;
    private final Passages passages;

    /** Creates a builder. */
    public Statements(PageSections parts, Passages passages) {
        this.parts = parts;
        this.reading = parts.reading();
        this.passages = passages;
    }

    /** The page of a statement; empty if it does not exist. */
    public Optional<StatementPage> page(String iri) {
        return parts.register().line(iri).map(this::page);
    }

    /** The address of words on a page (URL Fragment Text Directives). */
    private static String at(String page, String words) {
        return page + (page.contains("#") ? "" : "#") + ":~:text=" + fragment(words);
    }

    /** The words of the article that state the content of a statement; empty if the text is not available. */
    public String printed(String iri) {
        return String.join(" ", parts.register().line(iri).map(this::printed).orElse(List.of()));
    }

    private List<String> printed(StatementLine line) {
        String digest = digest(line);
        return line.source().stretches().stream()
                .flatMap(spot -> passages.words(digest, spot.start(), spot.end()).stream())
                .toList();
    }

    private String digest(StatementLine line) {
        return reading.text(GraphReader.node(line.source().article().iri()), Rec.DIGEST)
                .orElse("");
    }

    private StatementPage page(StatementLine line) {
        Node statement = line.node();
        Open open = new Open(
                reading.text(statement, Rec.AMBIGUITY),
                reading.text(statement, Rec.CODING_NOTE),
                parts.register().named(statement, Rec.POSSIBLY_WITHIN));
        List<Section> rest = PageSections.join(mentions(statement), parts.everything(statement));
        return new StatementPage(
                line, provenance(line), open, claims(statement), proofs(line), relations(statement), rest);
    }

    private Told provenance(StatementLine line) {
        List<Ref> chain = new ArrayList<>(List.of(line.source().article()));
        chain.addAll(line.voice().through());
        chain.add(line.voice().speaker());
        Node article = GraphReader.node(line.source().article().iri());
        Optional<String> url = reading.text(article, SchemaDO.url.asNode());
        List<Quote> quotes = line.matter().quotes().stream()
                .map(words -> new Quote(words, url.map(page -> at(page, words))))
                .toList();
        boolean translated =
                reading.text(line.node(), Rec.TRANSLATED).filter("true"::equals).isPresent();
        List<Fact> facts = FACTS.stream()
                .filter(property -> !reading.objects(line.node(), property).isEmpty())
                .map(property -> new Fact(reading.ref(property), List.of(Cell.of(reading.refs(line.node(), property)))))
                .toList();
        Optional<String> page = url.map(address -> printed(line).stream()
                .findFirst()
                .map(words -> at(address, words))
                .orElse(address));
        return new Told(reading.ref(article, SchemaDO.publisher.asNode()), page, chain, quotes, translated, facts);
    }

    /**
     * Encodes words as a text directive (WICG scroll-to-text fragment); long ones as range of first and last four
     * words.
     */
    static String fragment(String words) {
        List<String> all = List.of(words.strip().split("\\s+"));
        return all.size() <= 10
                ? encode(String.join(" ", all))
                : encode(String.join(" ", all.subList(0, 4))) + ","
                        + encode(String.join(" ", all.subList(all.size() - 4, all.size())));
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D")
                .replace("*", "%2A");
    }

    private List<Held> claims(Node statement) {
        ClaimSections claims = new ClaimSections(parts);
        return ClaimSections.STANCES.stream()
                .flatMap(stance -> reading.objects(statement, stance).stream()
                        .map(claim -> new Held(
                                reading.ref(stance),
                                reading.ref(claim),
                                others(claims.stances(claim), statement),
                                contradicting(claim))))
                .toList();
    }

    private static List<Block.Stance> others(List<Block.Stance> stances, Node statement) {
        return stances.stream()
                .map(stance -> new Block.Stance(
                        stance.term(),
                        stance.lines().stream()
                                .filter(line -> !line.node().equals(statement))
                                .toList()))
                .filter(stance -> !stance.lines().isEmpty())
                .toList();
    }

    private List<Ref> contradicting(Node claim) {
        return Stream.concat(
                        reading.refs(claim, Rec.CONTRADICTS).stream(),
                        reading.subjects(Rec.CONTRADICTS, claim).stream().map(reading::ref))
                .distinct()
                .toList();
    }

    private List<Proof> proofs(StatementLine line) {
        String digest = digest(line);
        return EVIDENCE.stream()
                .flatMap(property -> Spot.all(reading, line.node(), property).stream()
                        .map(spot ->
                                new Proof(reading.ref(property), spot, passages.at(digest, spot.start(), spot.end()))))
                .toList();
    }

    private List<Section> relations(Node statement) {
        return PageSections.join(
                parts.lines("within", parts.register().named(statement, Rec.WITHIN)),
                parts.lines("reports-of", parts.register().with(Rec.WITHIN, statement)),
                parts.lines("responds-to", parts.register().named(statement, Rec.RESPONDS_TO)),
                parts.lines("answered-by", parts.register().with(Rec.RESPONDS_TO, statement)),
                parts.lines("same-act", parts.register().named(statement, Rec.SAME_ACT_ANY)),
                parts.lines("repeats", parts.register().named(statement, Rec.REPEATS)));
    }

    /** The mentions in a statement. */
    private List<Section> mentions(Node statement) {
        List<List<Cell>> rows = reading.subjects(Rec.IN_STATEMENT, statement).stream()
                .map(mention -> List.of(
                        parts.surface(mention),
                        Cell.of(reading.refs(mention, OA.hasBody.asNode())),
                        Cell.of(reading.refs(mention, Rec.VOICE)),
                        Cell.of(reading.refs(mention, Rec.WORDING))))
                .toList();
        return parts.grid("names-used", List.of("words", "means", "voice", "wording"), rows);
    }
}
