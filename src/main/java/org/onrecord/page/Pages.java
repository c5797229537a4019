// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.onrecord.knowledge.Snapshot;
import org.onrecord.page.kind.Kinds;
import org.onrecord.page.kind.Parts;
import org.onrecord.page.kind.Statements;
import org.onrecord.page.table.Filter;
import org.onrecord.page.table.StatementTable;
import org.onrecord.page.table.Tables;
import org.onrecord.page.thing.Line;
import org.onrecord.page.thing.Link;
import org.onrecord.page.thing.Reading;
import org.onrecord.page.thing.Ref;
import org.onrecord.page.thing.Register;
import org.onrecord.page.view.Frame;
import org.onrecord.page.view.Views;
import org.onrecord.page.view.Words;
import org.onrecord.query.BindResult;
import org.onrecord.query.Catalogue;

/**
 * The pages of one snapshot. Immutable; safe for many threads; makes nothing but HTML and knows nothing of HTTP. Every
 * address in a page is from the root of the site.
 */
public final class Pages {
    private final Snapshot snapshot;
    private final Site site;
    private final Words words = Words.of(Locale.ENGLISH);
    private final Views views = new Views();
    private final Reading reading;
    private final Register register;
    private final Kinds kinds;
    private final Statements statements;
    private final Tables tables;
    private final Asked asked;

    /** The pages of a snapshot, with the questions of a catalogue, for one site. */
    public Pages(Snapshot snapshot, Catalogue catalogue, Site site) {
        this.snapshot = snapshot;
        this.site = site;
        this.reading = new Reading(snapshot.everything());
        this.register = new Register(reading);
        Parts parts = new Parts(reading, register);
        this.kinds = new Kinds(parts);
        this.tables = new Tables(reading, register);
        this.asked = new Asked(catalogue, snapshot);
        this.statements = new Statements(parts, site.passages());
    }

    /**
     * The page of a thing, code, scheme or graph.
     *
     * @param iri its IRI, without a fragment
     * @return empty if the graph says nothing of it
     */
    public Optional<Html> thing(String iri) {
        Node node = Reading.node(iri);
        if (!reading.knows(node)) {
            return Optional.empty();
        }
        Frame frame = frame(reading.ref(node));
        return statements
                .page(iri)
                .map(page -> views.render("statement", frame, page))
                .or(() -> kinds.page(node).map(page -> views.render("thing", frame, page)))
                .map(Html::new);
    }

    /** The table of statements. */
    public Html statements(Filter filter) {
        List<Line> rows = tables.rows(filter);
        Optional<BindResult> bound = asked.bind("statements", filter.narrowing());
        StatementTable table = new StatementTable(
                filter,
                rows.size(),
                Tables.page(rows, filter),
                tables.facets(filter),
                Math.max(1, (rows.size() + Tables.PAGE - 1) / Tables.PAGE),
                bound.flatMap(Asked::sparql),
                bound.flatMap(Asked::problem));
        List<String> chosen = tables.chosen(filter);
        String title = chosen.isEmpty()
                ? words.get("statements.title")
                : words.get("statements.title.of", String.join(", ", chosen));
        return new Html(views.render("statements", frame(title, filter.href()), table));
    }

    /** The page of an error. */
    public Html error(Problem problem) {
        return new Html(views.render("error", frame(problem.title(), "/"), problem));
    }

    private Frame frame(Ref thing) {
        return new Frame(
                words,
                thing.label(),
                Link.to(thing.iri()).orElse("/"),
                Optional.of(new Frame.Cited(thing.iri(), thing.label())),
                snapshot.release().hash(),
                site.contact());
    }

    private Frame frame(String title, String path) {
        return new Frame(
                words, title, path, Optional.empty(), snapshot.release().hash(), site.contact());
    }
}
