// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.engine.Change;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.vocabulary.Rec;

/** The focus nodes that a change of a small graph may concern, for each construct of shapes and queries. */
class ReachTest {
    private static final String PREFIXES = """
            @prefix : <urn:x:> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    /** Two statements of two speakers, with spans in one article. */
    private static final String DATA = """
            :Person rdfs:subClassOf :Actor .
            :anna a :Person ; :name "Anna" ; :label "A" . :boris a :Person ; :name "Boris" .
            :s1 a :Statement ; :speaker :anna ; :content "One." ; :span :p1 ; :in :article ; :within :s2 .
            :s2 a :Statement ; :speaker :boris ; :content "Two." ; :span :p2 ; :in :article .
            :p1 :start 1 ; :end 5 . :p2 :start 2 ; :end 9 .
            :article a :Article ; :length 100 .
            """;

    @Test
    void followsAPathAndTheClassOfItsValues() {
        String shape = "sh:targetClass :Statement ; sh:property [ sh:path :speaker ; sh:class :Actor ]";
        assertThat(removing(shape, ":anna a :Person")).containsExactly("s1");
        assertThat(adding(shape, ":anna a :Actor")).as("the class stays").isEmpty();
        assertThat(adding(shape, ":s2 :speaker :anna")).containsExactly("s2");
        assertThat(adding(shape, ":s2 :content \"More.\"")).isEmpty();
    }

    @Test
    void followsInverseAlternativeAndRepeatedPaths() {
        String inverse = "sh:targetClass :Person ; sh:property [ sh:path [ sh:inversePath :speaker ] ; sh:maxCount 1 ]";
        assertThat(adding(inverse, ":s2 :speaker :anna")).containsExactly("anna");
        String either = "sh:targetClass :Statement ; sh:property "
                + "[ sh:path ( [ sh:alternativePath ( :speaker :via ) ] :name ) ; sh:maxCount 1 ]";
        assertThat(adding(either, ":boris :name \"B\"")).containsExactly("s2");
        String any = "sh:targetClass :Statement ; sh:property "
                + "[ sh:path ( [ sh:zeroOrMorePath :within ] :content ) ; sh:maxCount 1 ]";
        assertThat(adding(any, ":s2 :content \"More.\"")).containsExactly("s1", "s2");
        assertThat(removing(any, ":s1 :within :s2")).containsExactly("s1");
    }

    @Test
    void followsTargets() {
        assertThat(adding("sh:targetSubjectsOf :via ; sh:nodeKind sh:IRI", ":s1 :via :boris"))
                .containsExactly("s1");
        assertThat(adding("sh:targetObjectsOf :via ; sh:nodeKind sh:IRI", ":s1 :via :boris"))
                .containsExactly("boris");
        assertThat(adding("sh:targetNode :s1 ; sh:property [ sh:path :via ; sh:maxCount 0 ]", ":s1 :via :boris"))
                .containsExactly("s1");
        assertThat(adding("sh:targetClass :Statement ; sh:nodeKind sh:IRI", ":s3 a :Statement"))
                .containsExactly("s3");
    }

    @Test
    void followsNestedShapes() {
        String named =
                "[ sh:property [ sh:path :speaker ; sh:node [ sh:property [ sh:path :name ; sh:minCount 1 ] ] ] ]";
        for (String shape : List.of(
                "sh:or ( " + named + " [ sh:nodeKind sh:BlankNode ] )",
                "sh:and ( " + named + " )",
                "sh:xone ( " + named + " )",
                "sh:not " + named,
                "sh:property [ sh:path :speaker ; sh:qualifiedMaxCount 0 ; sh:qualifiedValueShape "
                        + "[ sh:property [ sh:path :name ; sh:minCount 1 ] ] ]")) {
            assertThat(removing("sh:targetClass :Statement ; " + shape, ":anna :name \"Anna\""))
                    .as(shape)
                    .containsExactly("s1");
        }
    }

    @Test
    void followsComparedProperties() {
        String shape = "sh:targetClass :Statement ; sh:property [ sh:path ( :within :speaker ) ; sh:equals :via ]";
        assertThat(adding(shape, ":s1 :via :boris")).containsExactly("s1");
        assertThat(adding(shape, ":s2 :speaker :anna")).containsExactly("s1");
    }

    @Test
    void readsOnlyPropertiesThatAClosedShapeRefuses() {
        String shape = "sh:targetClass :Statement ; sh:closed true ; sh:ignoredProperties ( rdf:type :content )";
        assertThat(adding(shape, ":s1 :content \"More.\"")).isEmpty();
        assertThat(adding(shape, ":s1 :other 1")).containsExactly("s1");
    }

    @Test
    void followsNothingWhereAFilterFails() {
        String shape = target("?this :span ?p . ?p :start ?start ; :end ?end FILTER (?start > ?end)");
        assertThat(adding(shape, ":p1 :start 3")).isEmpty();
        assertThat(adding(shape, ":p1 :start 7")).containsExactly("s1");
    }

    @Test
    void followsBranchesOfAUnion() {
        String shape = target("{ ?this :speaker ?who } UNION { ?this :via ?who } ?who :name ?name");
        assertThat(adding(shape, ":s1 :via :boris")).containsExactly("s1");
        assertThat(all(shape, ":boris :name \"B\""))
                .as("no pattern beside the union")
                .isTrue();
        assertThat(all(shape, ":p1 :name \"B\"")).isTrue();
    }

    @Test
    void followsAnOptionalOnlyThroughWhatIsBoundBeforeIt() {
        String tied = target("?this :speaker ?who OPTIONAL { ?who :label ?label } FILTER (!BOUND(?label))");
        assertThat(removing(tied, ":anna :label \"A\"")).containsExactly("s1");
        String loose = target("OPTIONAL { ?who :label ?label } ?this :content ?label");
        assertThat(all(loose, ":boris :label \"Two.\"")).isTrue();
    }

    @Test
    void followsConditionsThatChange() {
        String absent = target("?this :speaker ?who FILTER NOT EXISTS { ?who :name ?name }");
        assertThat(removing(absent, ":anna :name \"Anna\"")).containsExactly("s1");
        assertThat(adding(absent, ":anna :name \"Anne\"")).as("a name stays").isEmpty();
        String minus = target("?this :speaker ?who MINUS { ?who :name ?name OPTIONAL { ?who :label ?label } }");
        assertThat(removing(minus, ":anna :label \"A\"")).containsExactly("s1");
        String nested =
                target("?this :speaker ?who FILTER NOT EXISTS { ?who :name ?n FILTER NOT EXISTS { ?n2 :label ?n } }");
        assertThat(adding(nested, ":p1 :label \"Boris\"")).containsExactly("s2");
    }

    @Test
    void followsASubSelectThroughWhatItProjects() {
        String shape = target("{ SELECT DISTINCT ?who { ?x :speaker ?who ; :content ?c } } ?this :speaker ?who");
        assertThat(adding(shape, ":s2 :speaker :anna")).containsExactly("s2");
        String hidden = target("{ SELECT ?n { ?this :name ?n } } ?this :label ?n");
        assertThat(adding(hidden, ":boris :name \"A\"")).containsExactly("anna");
        String grouped =
                target("{ SELECT ?name { ?x :name ?name } GROUP BY ?name HAVING (COUNT(*) > 1) } ?this :name ?name");
        assertThat(adding(grouped, ":p1 :name \"Anna\"")).containsExactly("anna", "p1");
        String counted = target("{ SELECT (COUNT(*) AS ?n) { ?x :name ?name } } ?this :length ?n");
        assertThat(all(counted, ":p1 :name \"Anna\"")).isTrue();
        String limited = target("{ SELECT ?who { ?x :speaker ?who } ORDER BY ?who LIMIT 1 } ?this :speaker ?who");
        assertThat(all(limited, ":s2 :speaker :anna")).isTrue();
    }

    @Test
    void followsVariablesInPlaceOfPredicates() {
        String shape = target("?this ?property ?value FILTER NOT EXISTS { ?property a ?kind }");
        assertThat(adding(shape, ":span a rdf:Property")).containsExactly("s1", "s2", "span");
        assertThat(adding(shape, ":s1 :span :p2")).containsExactly("s1");
    }

    @Test
    void followsAConstraintQuery() {
        String shape = "sh:targetClass :Statement ; sh:sparql [ sh:select \"\"\"SELECT $this ?value "
                + "{ $this <urn:x:speaker> ?who . ?who <urn:x:label> ?value }\"\"\" ]";
        assertThat(adding(shape, ":boris :label \"B\"")).containsExactly("s2");
    }

    @Test
    void validatesAShapeInFullWhereItsLookupsAreNotKnown() {
        assertThat(all(target("GRAPH ?g { ?this :label ?any }"), ":s9 :other 1"))
                .isTrue();
        assertThat(all(target("?this :within* ?any"), ":s9 :other 1"))
                .as("each node of the graph is a solution")
                .isTrue();
        assertThat(all(
                        "sh:targetClass :Statement ; sh:property [ sh:path :span ; sh:qualifiedMinCount 1 ; "
                                + "sh:qualifiedValueShapesDisjoint true ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ]",
                        ":s9 :other 1"))
                .isTrue();
    }

    @Test
    void concernsOneStatementIfItsContentChanges() {
        Graph ontology = merged(SampleHome.HOME.ontology());
        Graph before = merged(SampleHome.HOME.data());
        GraphUtil.addInto(before, ontology);
        Triple old = before.stream(Node.ANY, Rec.CONTENT, Node.ANY).findFirst().orElseThrow();
        Triple next = Triple.create(
                old.getSubject(), old.getPredicate(), NodeFactory.createLiteralLang("Something else is said.", "en"));
        Graph after = GraphMemFactory.createDefaultGraphSameTerm();
        GraphUtil.addInto(after, before);
        after.delete(old);
        after.add(next);
        Reach.Changes changes = new Reach(ontology).changes(new Change(before, after, List.of(old), List.of(next)));
        Set<Node> found = new HashSet<>();
        Shapes.parse(ontology)
                .getTargetShapes()
                .forEach(shape -> found.addAll(changes.candidates(shape).orElseThrow()));
        assertThat(found).containsExactly(old.getSubject());
    }

    private static Graph merged(List<SourceFile> files) {
        return MergedGraph.of(files.stream().map(TurtleReader::read).toList()).graph();
    }

    @Test
    void concernsEverythingIfTheClassHierarchyOrTheOntologyChanges() {
        Graph ontology = graph(":Person a rdfs:Class .");
        Reach reach = new Reach(ontology);
        assertThat(reach.all(change("", ":Actor rdfs:subClassOf :Agent")))
                .contains("The superclasses of \"urn:x:Actor\" changed");
        assertThat(reach.all(change(":Person a rdfs:Class", ""))).isPresent();
        assertThat(reach.all(change("", ":s1 :other 1"))).isEmpty();
    }

    @Test
    void selectsTargetsAmongCandidates() {
        Set<Node> nodes = Set.of(node("s1"), node("s2"), node("anna"), node("p1"));
        assertThat(targets(target("?this :speaker ?who OPTIONAL { ?who :label ?l } FILTER (!BOUND(?l))"), nodes))
                .containsExactly("s2");
        assertThat(targets(target("OPTIONAL { ?this :label ?l } ?this :name ?n FILTER (BOUND(?l))"), nodes))
                .containsExactly("anna");
        assertThat(targets(
                        target(
                                "{ SELECT DISTINCT ?who { ?x :within ?y ; :speaker ?who FILTER (?x != ?y) } } ?this :speaker ?who"),
                        nodes))
                .containsExactly("s1");
        assertThat(targets(
                        target("{ SELECT ?this { ?this :start ?x } } BIND (STR(?this) AS ?x) FILTER (?x > \"\")"),
                        nodes))
                .containsExactly("p1");
        assertThat(targets(target("{ SELECT ?this { ?this :start ?n } ORDER BY ?n LIMIT 1 }"), nodes))
                .containsExactly("p1");
        assertThat(targets("sh:targetClass :Actor ; sh:targetObjectsOf :within", nodes))
                .containsExactly("anna", "s2");
    }

    private static String target(String group) {
        return "sh:target [ a sh:SPARQLTarget ; sh:prefixes :x ; sh:select \"\"\"SELECT DISTINCT ?this { " + group
                + " }\"\"\" ] ; sh:nodeKind sh:BlankNode";
    }

    private static Set<String> adding(String shape, String triple) {
        return names(candidates(shape, change("", triple)).orElseThrow());
    }

    private static Set<String> removing(String shape, String triple) {
        return names(candidates(shape, change(triple, "")).orElseThrow());
    }

    private static boolean all(String shape, String triple) {
        return candidates(shape, change("", triple)).isEmpty();
    }

    private static Set<String> names(Set<Node> nodes) {
        return nodes.stream()
                .map(node -> node.toString().replace("urn:x:", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Set<Node>> candidates(String shape, Change change) {
        return new Reach(graph("")).changes(change).candidates(shape(shape));
    }

    private static Set<String> targets(String shape, Set<Node> nodes) {
        return names(new Targets().select(shape(shape), nodes, graph(DATA)));
    }

    private static Shape shape(String properties) {
        String prefix = ":x sh:declare [ sh:prefix \"\" ; sh:namespace \"urn:x:\"^^xsd:anyURI ] . ";
        String rdf = ":x sh:declare [ sh:prefix \"rdf\" ; sh:namespace "
                + "\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"^^xsd:anyURI ] . ";
        Shapes shapes = Shapes.parse(graph(prefix + rdf + ":shape a sh:NodeShape ; " + properties + " ."));
        return new ArrayList<>(shapes.getTargetShapes()).get(0);
    }

    private static Change change(String removed, String added) {
        Graph less = graph(DATA);
        Graph gone = graph(removed);
        GraphUtil.deleteFrom(less, gone);
        Graph more = graph(DATA);
        Graph come = graph(added);
        GraphUtil.addInto(more, come);
        List<Triple> old = gone.stream().toList();
        List<Triple> fresh = come.stream().toList();
        return added.isEmpty() ? new Change(graph(DATA), less, old, fresh) : new Change(graph(DATA), more, old, fresh);
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        String end = turtle.isEmpty() || turtle.strip().endsWith(".") ? "" : " .";
        RDFParser.create()
                .source(new StringReader(PREFIXES + turtle + end))
                .lang(Lang.TURTLE)
                .parse(graph);
        graph.getPrefixMapping().clearNsPrefixMap();
        return graph;
    }

    private static Node node(String name) {
        return NodeFactory.createURI("urn:x:" + name);
    }
}
