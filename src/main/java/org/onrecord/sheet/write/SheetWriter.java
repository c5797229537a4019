// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
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
import org.onrecord.source.TurtleWriter;
import org.onrecord.vocabulary.Rec;

/** Writes the sheet of a coded article. */
public final class SheetWriter {
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
        Node narrator = G.listSP(coding.facts(), coding.article(), Rec.NARRATOR).stream()
                .findFirst()
                .orElse(coding.article());
        Rules rules = new Rules(text, known, things, narrator);
        new HeadWriter(coding, references, known).write(text, out);
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
}
