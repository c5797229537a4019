// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.onrecord.engine.StoredDataset;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * Makes releases from the stated graphs that another server has published. Derived graphs are derived here, and findings of
 * the shapes are reported, not refused: the release is that of the other server.
 *
 * @param rules the rules of this program
 * @param ontology the names of the program's graphs of ontology and shapes
 */
public record ReceivedReleases(List<Rule> rules, Set<String> ontology) {
    /** With the rules and the ontology of the program. */
    public static ReceivedReleases of(Home program) {
        return new ReceivedReleases(
                program.rules().stream().map(Rule::read).toList(),
                program.ontology().stream()
                        .map(file -> Namespace.GRAPHS + SourceFile.slug(file.name()))
                        .collect(Collectors.toSet()));
    }

    /**
     * The release of graphs.
     *
     * @param graphs all stated graphs by IRI, among them that of the rules
     */
    public Loading.Ready of(Map<String, Graph> graphs) {
        Map<String, Graph> stated = new HashMap<>(graphs);
        stated.values().removeIf(Graph::isEmpty);
        StoredDataset dataset = Release.dataset(stated);
        BaseIri base = BaseIri.of(dataset.getDefaultGraph());
        ReleaseHash hashes = ReleaseHash.of(stated);
        LoadedHome home = validated(
                new StoredDataset(new Derivation(rules, base).derive(dataset).build()), hashes);
        return home.ready(new Release(home.dataset(), hashes));
    }

    /**
     * The release after some stated graphs have changed.
     *
     * @param changed the new graphs by IRI; an empty one is removed
     */
    public Loading.Ready next(Loading.Ready before, Map<String, Graph> changed) {
        ReleaseHash hashes = before.release().hashes().with(changed);
        BaseIri base = before.release().base();
        LoadedHome.Next next = before.home()
                .with(changed, new Derivation(rules, base))
                .orElseThrow(() -> new IllegalStateException("The base of the data changed; it was " + base.iri()));
        boolean sameShapes = changed.keySet().stream().noneMatch(graph -> isOntology(graph, base));
        LoadedHome home = sameShapes
                ? next.home().with(files(hashes, base, true), files(hashes, base, false))
                : validated(next.home().dataset(), hashes);
        return home.ready(next.after(before.release(), hashes));
    }

    /** Whether derived graphs of a release follow from its stated graphs by these rules. */
    public boolean hasRulesOf(Release release) {
        return new Derivation(rules, release.base()).isOf(release);
    }

    private LoadedHome validated(StoredDataset dataset, ReleaseHash hashes) {
        BaseIri base = BaseIri.of(dataset.explicit());
        List<LoadedFile> terms = files(hashes, base, true);
        Validator validator = new Validator(
                terms.stream().map(file -> Snapshot.copy(file, dataset)).toList());
        return new LoadedHome(
                dataset, terms, files(hashes, base, false), validator, validator.results(dataset.explicit()));
    }

    /** The graphs as files of the ontology, or of the data, that this machine does not have. */
    private List<LoadedFile> files(ReleaseHash hashes, BaseIri base, boolean ofOntology) {
        return hashes.graphs().entrySet().stream()
                .filter(graph -> !graph.getKey().equals(Derivation.RULES))
                .filter(graph -> isOntology(graph.getKey(), base) == ofOntology)
                .map(graph -> file(graph.getKey(), graph.getValue(), ofOntology ? "ontology/" : "data/"))
                .toList();
    }

    private static LoadedFile file(String graph, String hash, String folder) {
        String name = folder + graph.substring(graph.lastIndexOf('/') + 1) + ".ttl";
        return new LoadedFile(new SourceFile(name, Path.of(name)), "", hash);
    }

    /** Whether a graph is of ontology or shapes. Below the program's own base, data have the same namespace. */
    private boolean isOntology(String graph, BaseIri base) {
        return graph.startsWith(Namespace.GRAPHS) && (!base.equals(BaseIri.ONRECORD) || ontology.contains(graph));
    }
}
