// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.sheet.coding.ArticleDefaults;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.CodingReader;
import org.onrecord.sheet.coding.CodingWriter;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.compile.Compiled;
import org.onrecord.sheet.compile.SheetCompiler;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.yaml.YamlReader;
import org.onrecord.source.Layout;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TermOrder;
import org.onrecord.source.TurtleWriter;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Prov;
import org.onrecord.vocabulary.Rec;

/** Writes the sheet of a coded article. */
public final class SheetWriter {
    private static final Set<String> ORGANIZATION = Set.of("organization");

    private final Graph known;
    private final Things things;

    /**
     * A writer.
     *
     * @param known the data and ontology of the home
     * @param things its things
     */
    public SheetWriter(Graph known, Things things) {
        this.known = known;
        this.things = things;
    }

    /**
     * The sheet of an article, whose compilation gives the same graph.
     *
     * @param graph the graph of the article
     * @param text its text, with the name of its file
     * @throws IllegalArgumentException if the graph has something that no sheet gives back
     */
    public String write(Graph graph, Node article, CodedText text) {
        Coding coding = CodingReader.coding(graph, article, text);
        String sheet = sheet(coding, text, "");
        Graph back = compiled(sheet, text);
        Graph missing = GraphMemFactory.createDefaultGraphSameTerm();
        graph.stream().filter(triple -> !back.contains(triple)).forEach(missing::add);
        if (!missing.isEmpty()) {
            sheet = sheet(coding, text, TurtleWriter.write(missing, Layout.of(things.base())));
        }
        Graph again = missing.isEmpty() ? back : compiled(sheet, text);
        if (!again.isIsomorphicWith(graph)) {
            throw new IllegalArgumentException("The graph of " + article + " has triples that sheets cannot express: "
                    + difference(again, graph) + "; correct it with a text editor, or report this");
        }
        return sheet;
    }

    private static String difference(Graph sheet, Graph graph) {
        String more = sheet.stream()
                .filter(triple -> !graph.contains(triple))
                .map(Object::toString)
                .sorted()
                .limit(3)
                .toList()
                .toString();
        return "a sheet adds " + more;
    }

    private Graph compiled(String sheet, CodedText text) {
        SourceFile file = new SourceFile("sheet", Path.of("sheet"));
        Compiled compiled =
                new SheetCompiler(known, things, false).compile(file, YamlReader.read("sheet", sheet), text, 0);
        return CodingWriter.graph(
                compiled.coding()
                        .orElseThrow(() ->
                                new IllegalArgumentException(compiled.problems().toString())),
                text);
    }

    private String sheet(Coding coding, CodedText text, String turtle) {
        YamlText out = new YamlText(0);
        ReferenceWriter references = new ReferenceWriter(things, coding);
        Node narrator = value(coding, coding.article(), Rec.NARRATOR).orElse(coding.article());
        Rules rules = new Rules(text, known, things, narrator);
        head(coding, text, references, out);
        StatementWriter statements = new StatementWriter(coding, text, rules, references);
        statements.occasions(out);
        NamesWriter names = new NamesWriter(coding, text, rules, references);
        names.write("names", false, out);
        names.write("loaded", true, out);
        statements.statements(out);
        if (!turtle.isEmpty()) {
            out.line("turtle: |");
            turtle.lines()
                    .filter(line -> !line.startsWith("@base"))
                    .forEach(line -> out.line(line.isEmpty() ? "" : "  " + line));
        }
        return out.toString();
    }

    private void head(Coding coding, CodedText text, ReferenceWriter references, YamlText out) {
        Node article = coding.article();
        out.value(0, "article", references.article());
        out.value(0, "text", text.text().name());
        Optional<Node> publisher = value(coding, article, SchemaDO.publisher.asNode());
        publisher.ifPresent(organization -> out.value(0, "publisher", references.shortest(organization, ORGANIZATION)));
        text(coding, article, SchemaDO.url.asNode(), "url", out);
        text(coding, article, SchemaDO.datePublished.asNode(), "published", out);
        unless("en", "language", literal(coding, article, SchemaDO.inLanguage.asNode()), out);
        unless(ArticleDefaults.headline(text), "headline", literal(coding, article, SchemaDO.headline.asNode()), out);
        String label = publisher
                .flatMap(organization -> ArticleDefaults.narrator(known, organization))
                .orElse("");
        value(coding, article, Rec.NARRATOR)
                .ifPresent(
                        narrator -> unless(label, "narrator", literal(coding, narrator, SKOS.prefLabel.asNode()), out));
        text(coding, article, Rec.CODING_NOTE, "note", out);
        highest(coding, out);
        coding(coding, references, out);
    }

    private static void highest(Coding coding, YamlText out) {
        String last = coding.spans().keySet().stream()
                .map(statement -> statement.getURI().replaceFirst("^.*-0*", ""))
                .max(TermOrder::compareText)
                .orElse("0");
        unless(last, "highest", literal(coding, coding.article(), Rec.HIGHEST_NUMBER), out);
    }

    private void coding(Coding coding, ReferenceWriter references, YamlText out) {
        Node activity = CodingWriter.part(coding.article(), "coding");
        YamlText own = new YamlText(2);
        actors(coding, Prov.WAS_ASSOCIATED_WITH, "by", references, own);
        actors(coding, Rec.REVIEWED_BY, "reviewed", references, own);
        text(coding, activity, Rec.GUIDE_VERSION, "guide", own);
        text(coding, activity, Prov.STARTED_AT_TIME, "from", own);
        String from = literal(coding, activity, Prov.STARTED_AT_TIME).orElse("");
        unless(from, "until", literal(coding, activity, Prov.ENDED_AT_TIME), own);
        text(coding, activity, Rec.CODING_NOTE, "note", own);
        if (!own.isEmpty()) {
            out.key(0, "coding");
            out.block(2, own);
        }
    }

    private static void actors(Coding coding, Node property, String key, ReferenceWriter references, YamlText out) {
        Node activity = CodingWriter.part(coding.article(), "coding");
        out.values(
                0,
                key,
                G.listSP(coding.facts(), activity, property).stream()
                        .sorted(TermOrder.TERMS)
                        .map(actor -> references.shortest(actor, Kind.ACTORS))
                        .toList());
    }

    private static void text(Coding coding, Node node, Node property, String key, YamlText out) {
        literal(coding, node, property).ifPresent(text -> out.value(0, key, text));
    }

    private static void unless(String expected, String key, Optional<String> text, YamlText out) {
        text.filter(actual -> !actual.equals(expected)).ifPresent(actual -> out.value(0, key, actual));
    }

    private static Optional<String> literal(Coding coding, Node node, Node property) {
        return value(coding, node, property).map(Node::getLiteralLexicalForm);
    }

    private static Optional<Node> value(Coding coding, Node node, Node property) {
        return G.listSP(coding.facts(), node, property).stream().min(TermOrder.TERMS);
    }
}
