// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.curation.EditRefusedException;
import org.onrecord.curation.HomeEdit;
import org.onrecord.curation.StatementDifference;
import org.onrecord.curation.Tombstones;
import org.onrecord.evidence.ArticleText;
import org.onrecord.evidence.TextFolder;
import org.onrecord.sheet.coding.CodingWriter;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.compile.Compiled;
import org.onrecord.sheet.compile.SheetCompiler;
import org.onrecord.sheet.compile.SheetProblem;
import org.onrecord.sheet.propose.ModelPrompt;
import org.onrecord.sheet.propose.NewArticle;
import org.onrecord.sheet.propose.SheetProposal;
import org.onrecord.sheet.schema.SheetSchema;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.write.SheetWriter;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Place;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.UnreadableFileException;
import org.onrecord.validation.Severity;
import org.onrecord.vocabulary.Rec;

/**
 * The sheets and texts of a home. Files are read again only if they changed, so that one instance serves many compilations.
 * For one thread.
 */
public final class Sheets {
    private final HomeEdit edit;
    private final Path texts;

    /**
     * The sheets of a home.
     *
     * @param edit the home's files
     * @param texts the folder of article texts
     */
    public Sheets(HomeEdit edit, Path texts) {
        this.edit = edit;
        this.texts = texts;
    }

    /**
     * Compiles sheets together: either the files of all of them are written, or none. Ids of new statements are added to
     * the sheets.
     *
     * @throws UnreadableFileException if a sheet or text cannot be read
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public CompileOutcome compile(List<SourceFile> files, CompileOptions options) {
        List<Function<SheetInput, SheetInput.Item>> sheets = files.stream()
                .map(file -> (Function<SheetInput, SheetInput.Item>) input -> input.item(file))
                .toList();
        return compile(
                sheets, options, item -> item.sheet().numbered(item.compiled().numbers()));
    }

    /**
     * Compiles a sheet that is in no file yet, and creates the things that it needs. If it compiles, the data and the
     * file of the sheet are written, the sheet in the form of {@link #sheet}.
     *
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public CompileOutcome compile(ProposedSheet proposed) {
        return compile(List.of(input -> input.item(proposed)), CompileOptions.NONE.creating(), this::canonical);
    }

    private CompileOutcome compile(
            List<Function<SheetInput, SheetInput.Item>> sheets,
            CompileOptions options,
            Function<SheetInput.Item, SheetFile> form) {
        edit.refresh();
        Graph known = known();
        Things things = new Things(edit.base(), List.of(known));
        List<SheetProblem> problems = new ArrayList<>();
        List<SheetInput.Item> items = new ArrayList<>();
        for (Function<SheetInput, SheetInput.Item> sheet : sheets) {
            try {
                SheetInput.Item item = sheet.apply(input(known, options));
                // So that the next sheet finds what this one creates.
                GraphUtil.addInto(known, item.compiled().created());
                items.add(item);
            } catch (BrokenFileException e) {
                problems.add(new SheetProblem(Severity.VIOLATION, Place.at(e.file(), e.position()), e.problem()));
            }
        }
        items.forEach(item -> problems.addAll(item.compiled().problems()));
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.VIOLATION)) {
            return new CompileOutcome(List.of(), problems, List.of());
        }
        List<CompileOutcome.Article> articles =
                items.stream().map(item -> put(item, things)).toList();
        problems.addAll(findings(items));
        CompileOutcome outcome =
                new CompileOutcome(articles, problems.stream().sorted().toList(), List.of());
        return outcome.succeeded() ? new CompileOutcome(articles, outcome.problems(), write(items, form)) : outcome;
    }

    private List<SheetProblem> findings(List<SheetInput.Item> items) {
        Map<String, Compiled> compiled = new LinkedHashMap<>();
        items.forEach(item -> compiled.put(name(item.compiled()), item.compiled()));
        Findings findings = new Findings(compiled, edit);
        List<SheetProblem> problems = new ArrayList<>(findings.problems());
        items.forEach(item -> problems.addAll(findings.uncovered(item.compiled(), item.text())));
        return problems;
    }

    /** The sheet of what was compiled, in the form in which sheets are printed. */
    private SheetFile canonical(SheetInput.Item item) {
        Node article = item.compiled().coding().orElseThrow().article();
        Graph graph = edit.fileOf(article).map(TurtleFile::graph).orElseThrow();
        Graph known = known();
        String sheet =
                new SheetWriter(known, new Things(edit.base(), List.of(known))).write(graph, article, item.text());
        return SheetFile.of(item.sheet().file(), SheetProposal.SCHEMA_LINE + "\n" + sheet);
    }

    private SheetInput input(Graph known, CompileOptions options) {
        Things things = new Things(edit.base(), List.of(known));
        return new SheetInput(edit, texts, new SheetCompiler(known, things, options.create()), options);
    }

    /** The data and ontology of the home. */
    private Graph known() {
        return MergedGraph.of(Stream.concat(edit.ontology().stream(), edit.files().stream())
                        .toList())
                .graph();
    }

    private Node article(String slug) {
        return NodeFactory.createURI(edit.base().thing("article/" + slug));
    }

    private CompileOutcome.Article put(SheetInput.Item item, Things things) {
        Compiled compiled = item.compiled();
        var coding = compiled.coding().orElseThrow();
        Graph graph = CodingWriter.graph(coding, item.text());
        String name = name(compiled);
        Graph before = edit.original(name).map(TurtleFile::graph).orElse(Graph.emptyGraph);
        Tombstones.remove(edit, coding.article());
        edit.put(name, graph);
        if (!compiled.created().isEmpty()) {
            String stubs = stubs(compiled);
            Graph all = GraphMemFactory.createDefaultGraphSameTerm();
            edit.file(stubs).ifPresent(file -> GraphUtil.addInto(all, file.graph()));
            GraphUtil.addInto(all, compiled.created());
            edit.put(stubs, all);
        }
        StatementDifference difference = StatementDifference.between(before, graph, edit.base());
        Listing listing = new Listing(coding, item.text(), things);
        return new CompileOutcome.Article(
                things.name(coding.article()), difference.lines(), listing.statements(), listing.text());
    }

    private String name(Compiled compiled) {
        Node article = compiled.coding().orElseThrow().article();
        return edit.fileOf(article).map(TurtleFile::name).orElse("data/articles/" + slug(article) + ".ttl");
    }

    /** The file of the things that a sheet creates. */
    static String stubs(Compiled compiled) {
        return "data/reference/new/" + slug(compiled.coding().orElseThrow().article()) + ".ttl";
    }

    private static String slug(Node article) {
        return article.getURI().substring(article.getURI().lastIndexOf('/') + 1);
    }

    private List<String> write(List<SheetInput.Item> items, Function<SheetInput.Item, SheetFile> form) {
        List<SheetFile> sheets = items.stream().map(form).toList();
        List<String> written = edit.pending();
        edit.write();
        sheets.forEach(SheetFile::write);
        return written;
    }

    /**
     * The sheet of a coded article.
     *
     * @param name its slug, or {@code article/SLUG}
     * @throws UnreadableFileException if there is no such article, or its text is missing
     */
    public String sheet(String name) {
        edit.refresh();
        Node article = article(name.replaceFirst("^article/", ""));
        TurtleFile file = edit.fileOf(article)
                .orElseThrow(() -> new UnreadableFileException(
                        "article/" + name.replaceFirst("^article/", ""),
                        "the home has no such article; it has " + String.join(", ", articles())));
        Graph known = known();
        ArticleText text = TextFolder.read(texts).texts().stream()
                .filter(some ->
                        file.graph().contains(article, Rec.DIGEST, NodeFactory.createLiteralString(some.digest())))
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException(
                        texts.toString(),
                        "no file in it has the text of article/" + slug(article)
                                + "; add the unmodified text, or name its folder with --articles DIR"));
        return new SheetWriter(known, new Things(edit.base(), List.of(known)))
                .write(file.graph(), article, new CodedText(text));
    }

    /**
     * A first sheet for a text.
     *
     * @param text the text, with the name of its file
     * @param article the slug of the article
     * @param url its address; empty if unknown
     * @param published the day of publication, an ISO date; empty if unknown
     * @throws EditRefusedException if there is such an article
     */
    public String propose(ArticleText text, String article, String url, String published) {
        edit.refresh();
        checkNew(article);
        Graph known = known();
        Things things = new Things(edit.base(), List.of(known));
        return new SheetProposal(new CodedText(text), things)
                .write(new NewArticle(known, things).known(article, url, published, Instant.now()));
    }

    private void checkNew(String article) {
        if (!article.matches(SheetInput.SLUG)) {
            throw new EditRefusedException(
                    "Invalid id '" + article + "'; use lower-case letters, digits and single hyphens");
        }
        if (edit.fileOf(article(article)).isPresent()) {
            throw new EditRefusedException("The home has an article/" + article
                    + "; give another with --id, or print its sheet with: onrecord sheet " + article);
        }
    }

    /**
     * The head of a sheet that a model is to write.
     *
     * @throws EditRefusedException if a sheet with this head cannot compile
     */
    public SheetProposal.Known head(ArticleText text, ModelHead.Given given) {
        edit.refresh();
        checkNew(given.slug());
        return new ModelHead(edit, known()).of(text, given);
    }

    /** The JSON Schema of sheets, with the codes of the home. */
    public String schema() {
        return SheetSchema.of(MergedGraph.of(edit.ontology()).graph());
    }

    /** The JSON Schema of a model's answer, with the codes of the home. */
    public String answerSchema() {
        return SheetSchema.ofAnswer(MergedGraph.of(edit.ontology()).graph());
    }

    /**
     * The prompt by which a language model writes the sheet of a text.
     *
     * @param given what is known of the article
     * @param withHead whether the answer is a whole sheet, to be saved by hand; else its head is added later
     */
    public String prompt(ArticleText text, ModelHead.Given given, boolean withHead) {
        edit.refresh();
        Graph known = known();
        Things things = new Things(edit.base(), List.of(known));
        String head = withHead ? new ModelHead(edit, known).lines(text, given) : "";
        return new ModelPrompt(known, things).text(new CodedText(text), given.published(), head);
    }

    private Set<String> articles() {
        Set<String> slugs = new TreeSet<>();
        edit.files()
                .forEach(file -> file.graph().stream(Node.ANY, RDF.Nodes.type, Rec.ARTICLE)
                        .forEach(triple -> slugs.add(slug(triple.getSubject()))));
        return slugs;
    }
}
