// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.onrecord.Checkout;
import org.onrecord.SampleHome;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Cases;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;
import org.onrecord.query.Question;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.Format;

/**
 * The graph of a home and what is asked of it, as a store is given and asked them.
 *
 * @param release the graph
 * @param cases name to query
 * @param rows name of a case to the rows that are right
 */
record Project(Release release, SortedMap<String, Query> cases, Function<String, TableOfRows> rows) {
    /** The sample, with the expected answers of the questions. */
    static Project sample() {
        Release release = SampleHome.release();
        return new Project(
                release,
                Cases.of(SampleHome.catalogue(), binder(release)),
                name -> TableOfRows.expected(Cases.ANSWERS.resolve(name)));
    }

    /** What we ship, with the examples of its questions. Right is what this program answers. */
    static Project shipped() {
        Release release = Checkout.release();
        SortedMap<String, Query> cases = new TreeMap<>();
        for (Question question : Catalogue.of(Checkout.HOME).in(release).questions()) {
            if (!question.about().service() && question.query().isSelectType()) {
                question.examples()
                        .forEach(example ->
                                cases.put(question.name() + example.values(), bound(release, question, example)));
            }
        }
        return new Project(release, cases, name -> {
            String json = Answer.of(Objects.requireNonNull(cases.get(name)), release.dataset())
                    .text(Format.JSON, release.base());
            return TableOfRows.answered(json.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static Binder binder(Release release) {
        return new Binder(new Names(release.everything()));
    }

    private static Query bound(Release release, Question question, Question.Example example) {
        return ((BindResult.Bound) binder(release).bind(question, example.values())).query();
    }

    /** The number of quads in named graphs. */
    long quads() {
        return release.dataset().stream().filter(quad -> !quad.isDefaultGraph()).count();
    }

    /** Writes the named graphs as N-Quads. */
    Path dump(Path folder) {
        DatasetGraph named = DatasetGraphFactory.create();
        release.dataset().stream().filter(quad -> !quad.isDefaultGraph()).forEach(named::add);
        Path file = folder.resolve("onrecord.nq");
        try (OutputStream out = Files.newOutputStream(file)) {
            RDFWriter.source(named).lang(Lang.NQUADS).output(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
