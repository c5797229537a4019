// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.onrecord.engine.Change;
import org.onrecord.engine.StoredGraph;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Place;
import org.onrecord.source.Progress;
import org.onrecord.source.TurtleFile;

/** Validates data and ontology against the shapes of the ontology, which are parsed when they are first needed. Thread-safe. */
public final class Validator {
    private static final int FINDING_BYTES = 500;

    private final List<TurtleFile> ontology;
    private final FutureTask<Prepared> prepared;

    /**
     * The parsed shapes.
     *
     * @param wordings the graph with their messages
     */
    private record Prepared(Shapes shapes, Graph wordings, FocusNodes focusNodes) {
        static Prepared of(List<TurtleFile> ontology) {
            MergedGraph merged = MergedGraph.of(ontology);
            Shapes shapes = ShapesReader.read(merged);
            return new Prepared(shapes, merged.graph(), new FocusNodes(shapes, merged));
        }
    }

    /**
     * Creates a validator with the shapes of these files. Each method throws {@link BrokenFileException} if a shape is not
     * well-formed, or asks another machine.
     *
     * @param ontology terms, codes, declarations, alignments and shapes
     */
    public Validator(List<TurtleFile> ontology) {
        this.ontology = List.copyOf(ontology);
        this.prepared = new FutureTask<>(() -> Prepared.of(this.ontology));
    }

    /** A validator that prepares itself in the background for the validation of changes. */
    public static Validator preparing(List<TurtleFile> ontology) {
        Validator validator = new Validator(ontology);
        ForkJoinTask<?> unused = ForkJoinPool.commonPool()
                .submit(() -> validator.prepared().focusNodes().prepare());
        return validator;
    }

    private Prepared prepared() {
        prepared.run();
        try {
            return prepared.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The shapes cannot be parsed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while parsing the shapes", e);
        }
    }

    /** Parses the shapes, unless they are. */
    public Validator prepare() {
        prepared();
        return this;
    }

    /** The number of shapes with a target. */
    public int shapes() {
        return prepared().shapes().numRootShapes();
    }

    /** Validates ontology and data as one graph. */
    public Report validate(List<TurtleFile> data) {
        return validate(data, step -> {});
    }

    /** Validates ontology and data as one graph, and counts the shapes that are done. */
    public Report validate(List<TurtleFile> data, Progress progress) {
        List<TurtleFile> files = files(data);
        Graph graph = StoredGraph.union(files.stream().map(TurtleFile::graph).toList());
        return report(results(graph, progress), MergedGraph.of(files, graph));
    }

    /** The results of a graph, which contains the ontology. It must not be modified meanwhile. */
    public Results results(Graph graph) {
        return results(graph, step -> {});
    }

    /** The results of a graph, which contains the ontology. It must not be modified meanwhile. Counts the shapes that are done. */
    public Results results(Graph graph, Progress progress) {
        AtomicLong done = new AtomicLong();
        return prepared()
                .focusNodes()
                .all(
                        graph,
                        "There are no earlier results",
                        () -> progress.part("shapes", done.incrementAndGet(), shapes()));
    }

    /** The results of some focus nodes of some shapes, which are known to be all that have results. */
    public Results results(Graph graph, Map<Node, Set<Node>> focusNodes) {
        return focusNodes.isEmpty() ? Results.NONE : prepared().focusNodes().some(graph, focusNodes);
    }

    /**
     * The results after a change: only what the change may concern is validated, unless it is a change of the ontology or of
     * the class hierarchy. Where the patterns that a shape looks up cannot be followed to its focus nodes, that shape is
     * validated in full.
     *
     * @param before the results for the graph before the change, by this validator
     */
    public Results results(Results before, Change change) {
        return prepared().focusNodes().changed(before, change);
    }

    /** A report with the places of the findings. */
    public Report report(Results results, MergedGraph merged) {
        Run run = new Run(merged, merged.graph(), node -> true, bytes -> {});
        Stream<ReportEntry> entries = results.entries().values().stream().flatMap(List::stream);
        return report(merged.files(), findings(run, entries));
    }

    /**
     * Validates ontology and data as one graph, and reports on the nodes in some of the files.
     *
     * @param data all files other than the ontology
     * @param reported the files whose nodes are reported on
     * @param charge called in the calling thread with the estimated size of each finding in bytes, and with 0 before
     * each access to the graph; may throw to stop the validation
     */
    public Report validate(List<TurtleFile> data, List<TurtleFile> reported, LongConsumer charge) {
        Set<String> names = reported.stream().map(TurtleFile::name).collect(Collectors.toSet());
        Set<Node> nodes = reported.stream()
                .flatMap(file -> file.graph().stream())
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .collect(Collectors.toSet());
        MergedGraph merged = MergedGraph.of(files(data));
        Graph graph = new InterruptibleGraph(merged.graph(), () -> charge.accept(0));
        Run run = new Run(merged, graph, nodes::contains, charge);
        Stream<Finding> findings = findings(
                        run, prepared().shapes().getTargetShapes().stream().flatMap(shape -> entries(shape, run)))
                .filter(finding -> names.contains(finding.place().file())
                        || reported.stream()
                                .anyMatch(file ->
                                        file.position(finding.fault().focus()).isPresent()));
        return report(reported, findings);
    }

    private List<TurtleFile> files(List<TurtleFile> data) {
        return Stream.concat(ontology.stream(), data.stream()).distinct().toList();
    }

    /**
     * The state of one validation.
     *
     * @param merged the files to validate
     * @param graph their union
     * @param focus selects the focus nodes
     * @param charge called with the size of each finding
     */
    private record Run(MergedGraph merged, Graph graph, Predicate<Node> focus, LongConsumer charge) {
        void step() {
            charge.accept(0);
        }

        void charge(Finding finding) {
            charge.accept(FINDING_BYTES + 2L * finding.message().length());
        }
    }

    private Stream<Finding> findings(Run run, Stream<ReportEntry> entries) {
        FindingBuilder builder = new FindingBuilder(run.merged(), prepared().wordings(), run::step);
        List<Finding> findings =
                entries.flatMap(builder::findings).peek(run::charge).toList();
        return deduplicate(findings, builder);
    }

    private Stream<ReportEntry> entries(Shape shape, Run run) {
        return VLib.focusNodes(run.graph(), shape).stream()
                .filter(run.focus())
                .flatMap(node -> prepared().focusNodes().entries(shape, node, run.graph()).stream());
    }

    /** Keeps one finding per undefined term and place, and removes findings of one shape with equal text. */
    private static Stream<Finding> deduplicate(List<Finding> findings, FindingBuilder builder) {
        List<Finding> kept = new ArrayList<>();
        Map<Map.Entry<Node, Place>, Finding> undefined = new LinkedHashMap<>();
        for (Finding finding : findings) {
            builder.undefined(finding.fault())
                    .ifPresentOrElse(
                            term -> undefined.merge(
                                    Map.entry(term, finding.place()), finding, (a, b) -> preferred(term, a, b)),
                            () -> kept.add(finding));
        }
        return Stream.concat(kept.stream(), undefined.values().stream())
                .collect(Collectors.toMap(Validator::text, finding -> finding, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream();
    }

    /** The more severe of two findings, else the one with the lower {@link #rank}. */
    private static Finding preferred(Node term, Finding a, Finding b) {
        Comparator<Finding> order =
                Comparator.comparing(Finding::severity).thenComparing(finding -> rank(term, finding));
        return order.compare(a, b) <= 0 ? a : b;
    }

    /** First findings with the undefined term as focus, then those of SPARQL constraints, then others. */
    private static int rank(Node term, Finding finding) {
        if (finding.fault().focus().equals(term)) {
            return 0;
        }
        return finding.component().equals(SHACL.SPARQLConstraintComponent) ? 1 : 2;
    }

    private static Report report(List<TurtleFile> files, Stream<Finding> findings) {
        return new Report(files.stream().map(TurtleFile::name).toList(), findings.toList());
    }

    /** The visible parts of a finding. Several constraints of one shape may have equal ones. */
    private static List<Object> text(Finding finding) {
        return List.of(finding.place(), finding.fault(), finding.message(), finding.shape(), finding.level());
    }

    /** A graph with a callback before each lookup and triple, so that a validation can be stopped. */
    private static final class InterruptibleGraph extends GraphWrapper {
        private final Runnable step;

        InterruptibleGraph(Graph graph, Runnable step) {
            super(graph);
            this.step = step;
        }

        @Override
        public boolean contains(Node subject, Node predicate, Node object) {
            step.run();
            return super.contains(subject, predicate, object);
        }

        @Override
        public boolean contains(Triple triple) {
            step.run();
            return super.contains(triple);
        }

        @Override
        public ExtendedIterator<Triple> find(Triple triple) {
            step.run();
            return super.find(triple).mapWith(this::stepped);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            step.run();
            return super.find(subject, predicate, object).mapWith(this::stepped);
        }

        private Triple stepped(Triple triple) {
            step.run();
            return triple;
        }
    }
}
