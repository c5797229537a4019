// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.Withdrawal;
import org.onrecord.source.TurtleFile;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.EditDistance;
import org.onrecord.vocabulary.Rec;

/**
 * Finds articles by what users write: a slug, an IRI, or the name of a file.
 *
 * @param edit the home
 */
public record ArticleNames(HomeEdit edit) {
    private static final String KIND = "article/";
    private static final int SHOWN = 3;

    /**
     * The article of a name.
     *
     * @param name a slug such as {@code a}, {@code article/a} or {@code id/article/a}, an IRI, or a file such as
     *     {@code data/articles/a.ttl}
     * @throws EditRefusedException if there is no such article, or it was withdrawn
     */
    public Node article(String name) {
        Optional<Node> found = byFile(name).or(() -> byIri(name));
        if (found.isPresent()) {
            return found.get();
        }
        tombstone(iri(name)).ifPresent(withdrawal -> {
            throw new EditRefusedException("The article '" + name + "' was withdrawn on " + withdrawal.day() + " by "
                    + withdrawal.by() + ". Reason: " + withdrawal.reason());
        });
        List<String> known = known();
        throw new EditRefusedException("There is no article '" + name + "'; "
                + (known.isEmpty()
                        ? "the home has no articles"
                        : "use the slug, IRI or file of an article, such as " + String.join(", ", known(name))));
    }

    /** The node of an article from its slug or IRI, whether it exists or not. */
    public Node iri(String name) {
        BaseIri base = edit.base();
        String slug = base.slug(name).orElse(name).replaceFirst("^(?:id/)?article/", "");
        return NodeFactory.createURI(slug.contains(":") ? slug : base.thing(KIND + slug));
    }

    /** The withdrawal of an article; empty if it was not withdrawn. */
    public Optional<Withdrawal> tombstone(Node article) {
        return edit.files().stream()
                .flatMap(file -> Withdrawal.of(file.graph(), article).stream())
                .findFirst();
    }

    private Optional<Node> byIri(String name) {
        return Optional.of(iri(name)).filter(article -> edit.fileOf(article).isPresent());
    }

    private Optional<Node> byFile(String name) {
        if (!name.endsWith(".ttl")) {
            return Optional.empty();
        }
        Path root = edit.home().root().toAbsolutePath().normalize();
        Path given = Path.of(name).toAbsolutePath().normalize();
        List<Node> articles = edit.files().stream()
                .filter(file ->
                        file.name().equals(name) || root.resolve(file.name()).equals(given))
                .flatMap(file -> articles(file.graph()).stream())
                .toList();
        return articles.size() == 1 ? Optional.of(articles.get(0)) : Optional.empty();
    }

    /** The articles that a graph describes. */
    static List<Node> articles(Graph graph) {
        return graph.stream(Node.ANY, RDF.Nodes.type, Rec.ARTICLE)
                .map(Triple::getSubject)
                .distinct()
                .toList();
    }

    private List<String> known() {
        return edit.files().stream()
                .map(TurtleFile::graph)
                .flatMap(graph -> articles(graph).stream())
                .map(article -> edit.base().slug(article.getURI()).orElse(article.getURI()))
                .map(slug -> slug.substring(slug.indexOf('/') + 1))
                .collect(Collectors.toList());
    }

    private List<String> known(String name) {
        return known().stream()
                .sorted(Comparator.comparing(
                                (String slug) -> EditDistance.between(slug, name, EditDistance.MAX_NAME_LENGTH))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .map(slug -> "'" + slug + "'")
                .toList();
    }
}
