// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.engine.Change;
import org.onrecord.engine.StoredDataset;
import org.onrecord.query.Names;
import org.onrecord.release.Release;
import org.onrecord.release.ReleaseHash;
import org.onrecord.search.SearchStore;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.page.Pages;
import org.onrecord.site.page.Site;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.validation.change.RandomEdits;

/**
 * Random edits of the sample: the indexes that followed them answer as those of a release built anew. {@code mvn test
 * -Dtest=FollowingIndexesTest -Dindexes.edits=5000} makes more edits.
 */
class FollowingIndexesTest {
    private static final int EDITS = Integer.getInteger("indexes.edits", 24);
    private static final long SEED = Long.getLong("indexes.seed", 1);
    private static final Node GRAPH = NodeFactory.createURI("urn:all");
    private static final int PROBES = 12;

    /** Edits after which the data are those of the sample again. */
    private static final int RESTART = 20;

    /** Articles are at hand for every other statement. */
    private static String printed(String statement) {
        return statement.hashCode() % 2 == 0 ? "whirligig " + statement.substring(statement.length() - 2) : "";
    }

    @Test
    void answersAsBuiltAnewAfterEdits() {
        Set<Triple> all = SampleHome.release().everything().find().toSet();
        Set<Triple> fixed = all.stream().filter(FollowingIndexesTest::isFixed).collect(Collectors.toSet());
        Set<Triple> data = minus(all, fixed);
        RandomEdits edits = new RandomEdits(SEED, data, fixed);
        Random random = new Random(SEED);
        SearchStore followed = SearchStore.inMemory();
        Set<Triple> before = data;
        Release start = release(fixed, data);
        answers(start, followed, List.of("maren"));
        Release release = start;
        int compared = 0;
        int different = 0;
        for (int edit = 0; edit < EDITS; edit++) {
            if (edit % RESTART == 0) {
                release = start;
                before = data;
            }
            Set<Triple> after = edits.edit(before);
            List<String> probes = probes(after, random);
            Release fresh = release(fixed, after);
            Optional<Map<String, Object>> expected = tried(fresh, probes);
            if (expected.isPresent()) {
                Change change = new Change(
                        release.everything(), fresh.everything(), minus(before, after), minus(after, before));
                Release next = release.next(fresh.dataset(), fresh.hashes(), change);
                // Some releases are skipped, as if nobody had asked for their indexes.
                if (edit % 5 != 4) {
                    Map<String, Object> found = answers(next, followed, probes);
                    String made = "seed %d, edit %d: removed %s, added %s"
                            .formatted(SEED, edit, change.removed(), change.added());
                    expected.get()
                            .forEach((what, answer) -> assertThat(found.get(what))
                                    .as("%s; %s", what, made)
                                    .isEqualTo(answer));
                    compared++;
                    different += tried(release(fixed, before), probes).equals(expected) ? 0 : 1;
                }
                release = next;
                before = after;
            }
        }
        System.out.printf("Indexes followed %d edits, of which %d changed answers%n", compared, different);
        assertThat(compared).isGreaterThan(EDITS / 2);
        assertThat(different).isGreaterThan(compared / 3);
    }

    /** The answers of a release built anew; empty if its data are such that there are none. */
    private static Optional<Map<String, Object>> tried(Release release, List<String> probes) {
        try {
            return Optional.of(answers(release, SearchStore.inMemory(), probes));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> answers(Release release, SearchStore store, List<String> probes) {
        Map<String, Object> answers = new TreeMap<>();
        StatementIndex statements = StatementIndex.of(release);
        GraphReader reading = GraphReader.of(release);
        Names names = Names.of(release);
        answers.put("statements", statements.all());
        answers.put("days", statements.days());
        answers.put(
                "subjects", statements.all().stream().map(statements::aboutAny).toList());
        answers.put(
                "parts",
                statements.all().stream()
                        .map(StatementLine::node)
                        .map(reading::parts)
                        .toList());
        for (String probe : probes) {
            answers.put(
                    "search " + probe,
                    store.of(release, FollowingIndexesTest::printed).search(probe, 50));
            answers.put("named " + probe, names.named(probe, false));
            answers.put("actor " + probe, names.named(probe, true));
            answers.put("similar " + probe, names.similar(probe, false));
            answers.put("slugs " + probe, names.similarSlugs("person/" + probe));
        }
        Pages pages = new Pages(release, SampleHome.catalogue(), Site.PLAIN);
        answers.put("/", pages.home(Optional.empty()));
        answers.put("/statements", pages.filtered().table(Filter.none(), Map.of()));
        return answers;
    }

    /** Search texts: texts of the data, pairs of their words, and misspelt words. */
    private static List<String> probes(Set<Triple> data, Random random) {
        List<String> texts = data.stream()
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
        List<String> probes = new ArrayList<>(List.of("maren", "whirligig"));
        while (probes.size() < PROBES) {
            String text = texts.get(random.nextInt(texts.size()));
            String[] words = text.split("\\s+");
            String word = words[random.nextInt(words.length)];
            probes.add(
                    switch (random.nextInt(4)) {
                        case 0 -> text.substring(0, Math.min(60, text.length()));
                        case 1 -> word.length() > 5 ? word.substring(1) : word;
                        case 2 -> word + " " + words[random.nextInt(words.length)];
                        default -> word;
                    });
        }
        return probes.stream().distinct().toList();
    }

    /** Whether a triple is of the ontology, or has a blank node. */
    private static boolean isFixed(Triple triple) {
        return triple.getSubject().isBlank()
                || triple.getObject().isBlank()
                || !triple.getSubject().getURI().startsWith(SampleHome.BASE);
    }

    private static Release release(Set<Triple> fixed, Set<Triple> data) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        fixed.forEach(graph::add);
        data.forEach(graph::add);
        return new Release(StoredDataset.of(Map.of(GRAPH, graph)), new ReleaseHash(new TreeMap<>()));
    }

    private static Set<Triple> minus(Collection<Triple> some, Set<Triple> others) {
        Set<Triple> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }
}
