// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Place;
import org.onrecord.source.TurtleFile;

/** Validates data together with the ontology, against the shapes among the ontology's files, which are parsed once. */
public final class Validator {
    private static final int FINDING_BYTES = 500;

    private final List<TurtleFile> ontology;
    private final Shapes shapes;

    /**
     * A validator with the shapes of these files.
     *
     * @param ontology terms, codes, declarations, alignments and shapes
     * @throws BrokenFileException if a shape is not well-formed
     */
    public Validator(List<TurtleFile> ontology) {
        this.ontology = List.copyOf(ontology);
        this.shapes = ShapesReader.read(ontology);
    }

    /** The number of shapes that have a target. */
    public int shapes() {
        return shapes.numRootShapes();
    }

    /** Validates ontology and data as one graph, and reports on all of it. */
    public Report validate(List<TurtleFile> data) {
        MergedGraph merged = merge(data);
        Run run = new Run(merged, node -> true, bytes -> {});
        return report(merged.files(), findings(run, shapes.getTargetShapes().parallelStream()));
    }

    /**
     * Validates ontology and data as one graph, and reports on the nodes that some of the files describe.
     *
     * @param data all files beside the ontology
     * @param reported those among data and ontology whose nodes are reported on
     */
    public Report validate(List<TurtleFile> data, List<TurtleFile> reported) {
        return validate(data, reported, bytes -> {});
    }

    /**
     * The same, so that it can be ended.
     *
     * @param charge is told of the bytes that each finding takes, about, and of 0 bytes before every look at the graph,
     *     always in the calling thread; what it throws ends the validation
     */
    public Report validate(List<TurtleFile> data, List<TurtleFile> reported, LongConsumer charge) {
        Set<String> names = reported.stream().map(TurtleFile::name).collect(Collectors.toSet());
        Set<Node> nodes = reported.stream()
                .flatMap(file -> file.triples().keySet().stream())
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .collect(Collectors.toSet());
        Run run = new Run(merge(data), nodes::contains, charge);
        Stream<Finding> findings = findings(run, shapes.getTargetShapes().stream())
                .filter(finding -> names.contains(finding.place().file())
                        || reported.stream()
                                .anyMatch(file ->
                                        file.position(finding.fault().focus()).isPresent()));
        return report(reported, findings);
    }

    private MergedGraph merge(List<TurtleFile> data) {
        return MergedGraph.of(
                Stream.concat(ontology.stream(), data.stream()).distinct().toList());
    }

    /**
     * One validation.
     *
     * @param merged is validated
     * @param focus chooses the nodes that are looked at: a finding has its place in a file that names the node
     * @param charge is told what is kept
     */
    private record Run(MergedGraph merged, Predicate<Node> focus, LongConsumer charge) {
        void step() {
            charge.accept(0);
        }

        void charge(Finding finding) {
            charge.accept(FINDING_BYTES + 2L * finding.message().length());
        }
    }

    private Stream<Finding> findings(Run run, Stream<Shape> chosen) {
        FindingBuilder builder = new FindingBuilder(run.merged(), shapes.getGraph(), run::step);
        List<Finding> findings = chosen.flatMap(shape -> results(shape, run))
                .flatMap(builder::findings)
                .peek(run::charge)
                .toList();
        return deduplicate(findings, builder);
    }

    /** What one shape finds at each node: contexts of its own, so that shapes can be validated at the same time. */
    private Stream<ReportEntry> results(Shape shape, Run run) {
        Graph graph = new InterruptibleGraph(run.merged().graph(), run::step);
        return VLib.focusNodes(graph, shape).stream()
                .filter(run.focus())
                .flatMap(node -> results(shape, node, graph, run.merged()));
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

    /** Keeps one finding of what several shapes say about one undefined term, or several constraints in one sentence. */
    private static Stream<Finding> deduplicate(List<Finding> findings, FindingBuilder builder) {
        List<Finding> kept = new ArrayList<>();
        Map<UndefinedUse, Finding> undefined = new LinkedHashMap<>();
        for (Finding finding : findings) {
            builder.undefined(finding.fault())
                    .ifPresentOrElse(
                            term -> undefined.merge(
                                    new UndefinedUse(term, finding.place()), finding, (a, b) -> preferred(term, a, b)),
                            () -> kept.add(finding));
        }
        return Stream.concat(kept.stream(), undefined.values().stream())
                .collect(Collectors.toMap(FindingText::of, finding -> finding, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream();
    }

    /** The worse of two; else the one that says more plainly that the term is undefined. */
    private static Finding preferred(Node term, Finding a, Finding b) {
        Comparator<Finding> order =
                Comparator.comparing(Finding::severity).thenComparing(finding -> rank(term, finding));
        return order.compare(a, b) <= 0 ? a : b;
    }

    /** The term itself as focus, then a query written for undefined terms, then a shape that merely trips over one. */
    private static int rank(Node term, Finding finding) {
        if (finding.fault().focus().equals(term)) {
            return 0;
        }
        return finding.component().equals(SHACL.SPARQLConstraintComponent) ? 1 : 2;
    }

    private static Report report(List<TurtleFile> files, Stream<Finding> findings) {
        return new Report(files.stream().map(TurtleFile::name).toList(), findings.toList());
    }

    private record UndefinedUse(Node term, Place place) {}

    /** What a reader sees of a finding: two constraints of one shape may say the same. */
    private record FindingText(Place place, Finding.Fault fault, String message) {
        static FindingText of(Finding finding) {
            return new FindingText(finding.place(), finding.fault(), finding.message());
        }
    }

    /** A graph that calls something before every look and at every triple, so that a validation can be ended between them. */
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
