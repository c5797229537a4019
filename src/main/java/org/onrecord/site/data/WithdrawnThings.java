// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemType;
import org.onrecord.release.Release;
import org.onrecord.release.Withdrawal;

/**
 * The things of a release that were withdrawn: articles, with narrator, graph and statements, and statements of articles
 * that are still there. Immutable.
 *
 * @param release the release
 * @param graphs the withdrawn articles by the IRI of their graph
 */
record WithdrawnThings(Release release, Map<String, Withdrawal> graphs) {
    private static final Pattern STATEMENT = Pattern.compile("statement/(.+)-([0-9]{2,9})");
    private static final Pattern ARTICLE = Pattern.compile("(?:article|narrator)/(.+)");

    static WithdrawnThings of(Release release) {
        return new WithdrawnThings(
                release,
                Withdrawal.all(release.everything()).stream()
                        .collect(Collectors.toMap(
                                withdrawal -> withdrawal.graph().getURI(), Function.identity(), (a, b) -> a)));
    }

    /** Whether an IRI is that of the graph of a withdrawn article. */
    boolean isGraph(String iri) {
        return graphs.containsKey(iri) && !release.hasGraph(iri);
    }

    /** Why a thing or a part of one is gone; empty if it was not withdrawn. */
    Optional<Problem> problem(String iri) {
        if (isGraph(iri)) {
            return graph(iri);
        }
        String slug = release.base().slug(iri).orElse("").replaceFirst("#.*", "");
        Matcher statement = STATEMENT.matcher(slug);
        if (statement.matches()) {
            return statement(slug, statement.group(1), statement.group(2));
        }
        Matcher article = ARTICLE.matcher(slug);
        return article.matches()
                ? withdrawal(article.group(1))
                        .map(withdrawal -> gone("'" + slug + "' was withdrawn" + withdrawal.told()))
                : Optional.empty();
    }

    private Optional<Problem> graph(String iri) {
        return Optional.ofNullable(graphs.get(iri))
                .map(withdrawal -> gone("The graph '" + iri + "' was withdrawn with its article" + withdrawal.told()));
    }

    private Optional<Problem> statement(String slug, String article, String number) {
        Node node = NodeFactory.createURI(release.base().thing(slug));
        Node owner = article(article);
        boolean given = number.equals("%02d".formatted(Integer.parseInt(number)))
                && Integer.parseInt(number) > 0
                && Integer.parseInt(number) <= Withdrawal.highestNumber(release.everything(), owner);
        if (!given || release.everything().contains(node, RDF.Nodes.type, Node.ANY)) {
            return Optional.empty();
        }
        String withdrawn = "Statement '" + article + "-" + number + "' was withdrawn";
        return Optional.of(withdrawal(article)
                .map(withdrawal -> gone(withdrawn + " with its article" + withdrawal.told()))
                .orElseGet(() -> gone(withdrawn + " from its article. Its number is not given again.")
                        .near(List.of("/doc/article/" + article))));
    }

    private Optional<Withdrawal> withdrawal(String article) {
        return Withdrawal.of(release.everything(), article(article));
    }

    private Node article(String slug) {
        return NodeFactory.createURI(release.base().thing("article/" + slug));
    }

    private static Problem gone(String detail) {
        return Problem.of(ProblemType.GONE, detail);
    }
}
