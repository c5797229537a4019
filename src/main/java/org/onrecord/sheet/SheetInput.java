// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.curation.HomeEdit;
import org.onrecord.curation.Tombstones;
import org.onrecord.evidence.Alteration;
import org.onrecord.evidence.ArticleText;
import org.onrecord.release.Withdrawal;
import org.onrecord.sheet.compile.Compiled;
import org.onrecord.sheet.compile.SheetCompiler;
import org.onrecord.sheet.compile.SheetProblem;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Place;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Severity;
import org.onrecord.vocabulary.Rec;

/**
 * Reads sheets with their texts, and checks them against what the home has of their articles.
 *
 * @param texts the folder of article texts
 */
record SheetInput(HomeEdit edit, Path texts, SheetCompiler compiler, CompileOptions options) {
    /** The form of the slug of an article. */
    static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    /** A sheet, its text, and what was made of them. */
    record Item(SheetFile sheet, CodedText text, Compiled compiled) {}

    /**
     * Reads and compiles a sheet.
     *
     * @throws BrokenFileException if it cannot be read as a sheet of the home
     */
    Item item(SourceFile file) {
        SheetFile read = SheetFile.read(file);
        SheetFile sheet = options.acceptedBy()
                .map(name -> read.accepted(name, options.only()))
                .orElse(read);
        String slug = slug(sheet);
        return item(sheet, slug, text(sheet, required(sheet, "text")));
    }

    /**
     * Compiles a sheet that is in no file.
     *
     * @throws BrokenFileException if its answer cannot be read, or its article was withdrawn
     */
    Item item(ProposedSheet proposed) {
        SheetFile sheet = new SheetFile(proposed.file(), "", proposed.root());
        return item(sheet, slug(sheet), new CodedText(proposed.text()));
    }

    private static String slug(SheetFile sheet) {
        String slug = required(sheet, "article");
        if (!slug.matches(SLUG)) {
            throw broken(
                    sheet,
                    "article",
                    "Invalid article '" + slug + "'; use lower-case letters, digits and single hyphens");
        }
        return slug;
    }

    private Item item(SheetFile sheet, String slug, CodedText text) {
        Node article = NodeFactory.createURI(edit.base().thing("article/" + slug));
        Optional<Graph> before = edit.fileOf(article).map(TurtleFile::graph);
        if (!options.newText()) {
            before.ifPresent(graph -> checkText(sheet, text, graph, article));
        }
        Optional<Withdrawal> withdrawn = Tombstones.of(edit, article);
        withdrawn.filter(some -> !options.restore()).ifPresent(some -> {
            throw broken(
                    sheet,
                    "article",
                    "article/" + slug + " was withdrawn on " + some.day() + " by " + some.by() + " (" + some.reason()
                            + "); to bring it back, compile with --restore");
        });
        int highest = Math.max(
                before.map(graph -> highest(graph, article)).orElse(0),
                withdrawn.map(Withdrawal::highestNumber).orElse(0));
        Compiled compiled = compiler.compile(sheet.file(), sheet.root(), text, highest);
        return new Item(sheet, text, options.restore() ? compiled : withoutDropped(compiled, before, highest));
    }

    /** Reports ids of statements that were dropped from the article, which are not given again. */
    private static Compiled withoutDropped(Compiled compiled, Optional<Graph> before, int highest) {
        if (before.isEmpty() || compiled.coding().isEmpty()) {
            return compiled;
        }
        List<SheetProblem> dropped = compiled.coding().get().spans().keySet().stream()
                .filter(statement -> !before.get().contains(statement, RDF.Nodes.type, Rec.STATEMENT)
                        && Integer.parseInt(statement.getURI().replaceFirst("^.*-", "")) <= highest)
                .map(statement -> new SheetProblem(
                        Severity.VIOLATION,
                        Place.at(compiled.sheet().name(), compiled.position(statement)),
                        "The id of this statement belonged to one that was dropped, and is not given again; remove the key 'id' to get a new one,"
                                + " or compile with --restore if it is the same statement"))
                .toList();
        return compiled.with(dropped);
    }

    private static String required(SheetFile sheet, String key) {
        return sheet.value(key)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> broken(sheet, key, "The sheet has no '" + key + "'; see 'onrecord new'"));
    }

    private static BrokenFileException broken(SheetFile sheet, String key, String problem) {
        return new BrokenFileException(sheet.file().name(), sheet.position(key), problem);
    }

    private CodedText text(SheetFile sheet, String name) {
        Path path = texts.resolve(name).normalize();
        if (!path.startsWith(texts.normalize()) || Path.of(name).isAbsolute()) {
            throw broken(
                    sheet,
                    "text",
                    "The text '" + name + "' is outside the folder of texts; give the name of a file in " + texts);
        }
        if (!path.toFile().isFile()) {
            throw broken(
                    sheet,
                    "text",
                    "The folder of texts, " + texts + ", has no file '" + name
                            + "'; add it, or name the folder with --articles DIR");
        }
        return new CodedText(ArticleText.read(new SourceFile(name, path)));
    }

    private static void checkText(SheetFile sheet, CodedText text, Graph before, Node article) {
        if (!before.contains(
                article, Rec.DIGEST, NodeFactory.createLiteralString(text.text().digest()))) {
            String how = Alteration.of(text.text(), before, article)
                    .map(alteration -> ": " + alteration)
                    .orElse(": it is another text");
            throw broken(
                    sheet,
                    "text",
                    "The text is not the one that was coded" + how
                            + "; restore the file, or compile with --new-text if the new one is right");
        }
    }

    private static int highest(Graph graph, Node article) {
        return graph.stream(article, Rec.HIGHEST_NUMBER, Node.ANY)
                .map(Triple::getObject)
                .mapToInt(number -> Integer.parseInt(number.getLiteralLexicalForm()))
                .max()
                .orElse(0);
    }
}
