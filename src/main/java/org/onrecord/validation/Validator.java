// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.onrecord.engine.StoredGraph;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Place;
import org.onrecord.source.Progress;
import org.onrecord.source.TurtleFile;

/** Validates data and ontology against the shapes of the ontology. The shapes are parsed once. */
public final class Validator {
    private static final int FINDING_BYTES = 500;

    private final List<TurtleFile> ontology;
    private final Shapes shapes;
    private final Graph wordings;

    /**
     * Creates a validator with the shapes of these files.
     *
     * @param ontology terms, codes, declarations, alignments and shapes
     * @throws BrokenFileException if a shape is not well-formed, or asks another machine
     */
    public Validator(List<TurtleFile> ontology) {
        this.ontology = List.copyOf(ontology);
        MergedGraph merged = MergedGraph.of(this.ontology);
        this.shapes = ShapesReader.read(merged);
        this.wordings = merged.graph();
    }

    /** The number of shapes with a target. */
    public int shapes() {
        return shapes.numRootShapes();
    }

    /** Validates ontology and data as one graph. */
    public Report validate(List<TurtleFile> data) {
        return validate(data, step -> {});
    }

    /** Validates ontology and data as one graph, and counts the shapes that are done. */
    public Report validate(List<TurtleFile> data, Progress progress) {
        List<TurtleFile> files = files(data);
        return validate(
                MergedGraph.of(
                        files,
                        StoredGraph.union(files.stream().map(TurtleFile::graph).toList())),
                progress);
    }

    /** Validates a graph, which contains the ontology, and counts the shapes that are done. */
    public Report validate(MergedGraph merged, Progress progress) {
        AtomicLong done = new AtomicLong();
        Runnable validated = () -> progress.part("shapes", done.incrementAndGet(), shapes());
        Run run = new Run(merged, merged.graph(), node -> true, bytes -> {}, validated);
        return report(merged.files(), findings(run, shapes.getTargetShapes().parallelStream()));
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
                .flatMap(file -> file.triples().keySet().stream())
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .collect(Collectors.toSet());
        MergedGraph merged = MergedGraph.of(files(data));
        Graph graph = new InterruptibleGraph(merged.graph(), () -> charge.accept(0));
        Run run = new Run(merged, graph, nodes::contains, charge, () -> {});
        Stream<Finding> findings = findings(run, shapes.getTargetShapes().stream())
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
     * @param validated called after each shape
     */
    private record Run(
            MergedGraph merged, Graph graph, Predicate<Node> focus, LongConsumer charge, Runnable validated) {
        void step() {
            charge.accept(0);
        }

        void charge(Finding finding) {
            charge.accept(FINDING_BYTES + 2L * finding.message().length());
        }
    }

    private Stream<Finding> findings(Run run, Stream<Shape> chosen) {
        FindingBuilder builder = new FindingBuilder(run.merged(), wordings, run::step);
        List<Finding> findings = chosen.flatMap(shape -> results(shape, run).onClose(run.validated()))
                .flatMap(builder::findings)
                .peek(run::charge)
                .toList();
        return deduplicate(findings, builder);
    }

    /** Results of one shape. Each node has its own context, so that shapes can be validated in parallel. */
    private Stream<ReportEntry> results(Shape shape, Run run) {
        return VLib.focusNodes(run.graph(), shape).stream()
                .filter(run.focus())
                .flatMap(node -> results(shape, node, run.graph(), run.merged()));
    }

    private Stream<ReportEntry> results(Shape shape, Node focus, Graph graph, MergedGraph merged) {
        ValidationContext context = ValidationContext.create(shapes, graph);
        try {
            VLib.validateShape(context, graph, shape, focus);
        } catch (QueryCancelledException e) {
            throw e;
        } catch (JenaException e) {
            throw ShapesReader.broken(merged, shape, e);
        }
        return context.hasViolation() ? context.generateReport().getEntries().stream() : Stream.empty();
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
