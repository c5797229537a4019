// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.Withdrawal;
import org.onrecord.source.Layout;
import org.onrecord.source.Place;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.vocabulary.Rec;

/**
 * The withdrawal of an article within an edit of its home: its file is deleted, what other files say of its nodes is
 * removed, and a tombstone is left. Nothing is written.
 *
 * @param withdrawal the tombstone
 * @param file the deleted file
 * @param removed the removed triples of other files, as {@code file:line:column: subject property object}
 * @param unused the things that only the article used
 */
public record ArticleWithdrawal(Withdrawal withdrawal, String file, List<String> removed, UnusedThings unused) {
    public ArticleWithdrawal {
        removed = List.copyOf(removed);
    }

    /**
     * Who withdraws an article, when and why.
     *
     * @param day ISO 8601
     * @param by a name
     * @param reason a sentence
     */
    public record Cause(String day, String by, String reason) {
        public Cause {
            by = by.strip().replaceAll("\\s+", " ");
            reason = reason.strip().replaceAll("\\s+", " ");
            if (by.isEmpty() || reason.isEmpty()) {
                throw new EditRefusedException("The " + (by.isEmpty() ? "name (--by)" : "reason (--reason)")
                        + " is empty; a withdrawal says who withdrew the article and why");
            }
        }
    }

    /**
     * Withdraws an article within an edit.
     *
     * @throws EditRefusedException if the edit has no such article, or its file has others
     */
    public static ArticleWithdrawal of(HomeEdit edit, Node article, Cause cause) {
        TurtleFile file = edit.fileOf(article)
                .orElseThrow(() -> new EditRefusedException("There is no article '" + article + "'"));
        if (ArticleNames.articles(file.graph()).size() > 1) {
            throw new EditRefusedException(
                    "'" + file.name() + "' describes several articles; give each a file of its own, then withdraw one");
        }
        Withdrawal withdrawal = new Withdrawal(
                article,
                NodeFactory.createURI(edit.base().graph(SourceFile.slug(file.name()))),
                cause.day(),
                cause.by(),
                cause.reason(),
                ReleaseHash.of(file.graph()),
                Withdrawal.highestNumber(file.graph(), article));
        edit.delete(file.name());
        List<String> removed = removeReferences(edit, goneNodes(edit, file.graph()));
        Tombstones.add(edit, withdrawal);
        return new ArticleWithdrawal(withdrawal, file.name(), removed, UnusedThings.of(edit, file.graph()));
    }

    /** The nodes that only the deleted file describes. */
    private static Set<Node> goneNodes(HomeEdit edit, Graph deleted) {
        Set<Node> gone = new HashSet<>();
        deleted.stream()
                .map(Triple::getSubject)
                .filter(node -> edit.files().stream().noneMatch(file -> describes(file, node)))
                .forEach(gone::add);
        return gone;
    }

    private static boolean describes(TurtleFile file, Node node) {
        return file.graph().contains(node, Node.ANY, Node.ANY);
    }

    /** Removes triples with a gone node as object, and nodes that lose their last source by that, until none is left. */
    private static List<String> removeReferences(HomeEdit edit, Set<Node> gone) {
        List<String> removed = new ArrayList<>();
        Set<Node> next = gone;
        while (!next.isEmpty()) {
            Set<Node> current = next;
            List<Triple> references = edit.files().stream()
                    .flatMap(file -> file.graph().stream())
                    .filter(triple -> current.contains(triple.getObject()))
                    .toList();
            removed.addAll(remove(edit, references));
            next = new HashSet<>();
            for (Triple reference : references) {
                if (reference.getPredicate().equals(Rec.ACCORDING_TO) && hasNoSource(edit, reference.getSubject())) {
                    next.add(reference.getSubject());
                }
            }
            Set<Node> sourceless = next;
            removed.addAll(remove(
                    edit,
                    edit.files().stream()
                            .flatMap(file -> file.graph().stream())
                            .filter(triple -> sourceless.contains(triple.getSubject()))
                            .toList()));
        }
        return removed;
    }

    private static boolean hasNoSource(HomeEdit edit, Node node) {
        return edit.files().stream().noneMatch(file -> file.graph().contains(node, Rec.ACCORDING_TO, Node.ANY));
    }

    /** Removes triples from all files. The lines have the places in the files as they are on disk. */
    static List<String> remove(HomeEdit edit, List<Triple> triples) {
        List<String> lines = new ArrayList<>();
        for (TurtleFile file : edit.files()) {
            List<Triple> present =
                    triples.stream().distinct().filter(file.graph()::contains).toList();
            if (!present.isEmpty()) {
                present.forEach(triple -> lines.add(place(edit, file, triple) + ": " + text(triple, edit.layout())));
                Graph rest = Tombstones.copy(file.graph());
                present.forEach(rest::delete);
                edit.replace(file.name(), rest);
            }
        }
        return lines;
    }

    private static Place place(HomeEdit edit, TurtleFile file, Triple triple) {
        return edit.original(file.name())
                .flatMap(original -> original.position(triple))
                .map(at -> Place.at(file.name(), at))
                .orElse(Place.in(file.name()));
    }

    private static String text(Triple triple, Layout layout) {
        return String.join(
                " ",
                Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                        .map(layout::shorten)
                        .toList());
    }
}
