// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.query.Names;
import org.onrecord.site.guide.Charts;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.kind.StatementsPage;
import org.onrecord.site.kind.Tables;
import org.onrecord.site.thing.StatementLine;

/** Pages of the statements that a filter selects: table, timeline and network. Immutable and thread-safe. */
public final class FilteredPages {
    private final Tables tables;
    private final Charts charts;
    private final GuidePages guides;
    private final Readings readings;
    private final PageTexts words;
    private final Edition edition;
    private final Map<String, String> whole = new ConcurrentHashMap<>();

    FilteredPages(PageSections parts, Names names, GuidePages guides, Frame frame) {
        this.tables = parts.tables();
        this.charts = new Charts(parts);
        this.guides = guides;
        this.readings = new Readings(parts, names, frame.words());
        this.words = frame.words();
        this.edition = frame.edition();
    }

    /** The latest statements, without those of the articles themselves. */
    public List<StatementLine> newest(Filter filter, int count) {
        return tables.rows(new Filter(filter.narrowing())).stream()
                .filter(line -> line.voice().depth() > 0)
                .limit(count)
                .toList();
    }

    /**
     * The table of statements: {@code /statements}.
     *
     * @param given names of things as given, in the order of the filter's values
     */
    public String table(Filter filter, Map<String, List<String>> given) {
        StatementsPage table = tables.page(filter, guides.query(filter)).with(readings.of(filter, given));
        String chosen = chosen(filter);
        String title = chosen.isEmpty() ? words.get("statements.title") : words.get("statements.title.of", chosen);
        return Templates.render("statements", frame(title, table.filter().href()), table);
    }

    /** The timeline, or the numbers of many statements: {@code /timeline}. */
    public String timeline(Filter filter) {
        return chart(
                "timeline",
                filter,
                (frame, selected) -> charts.density(selected)
                        .map(density -> render("density", frame, selected, density))
                        .orElseGet(() -> render("timeline", frame, selected, charts.timeline(selected))));
    }

    /** The matrix of speakers and those they talk about: {@code /network}. */
    public String network(Filter filter) {
        return chart(
                "network", filter, (frame, selected) -> render("network", frame, selected, charts.network(selected)));
    }

    /** The chart of a filter; that of all statements is kept. */
    private String chart(String name, Filter filter, BiFunction<Frame, Filter, String> render) {
        return filter.narrowing().isEmpty()
                ? whole.computeIfAbsent(name, key -> render.apply(frame(name, Filter.none()), Filter.none()))
                : render.apply(frame(name, filter), filter);
    }

    private static String render(String template, Frame frame, Filter filter, Object page) {
        return Templates.render(template, Map.of("frame", frame, "page", page, "filter", filter));
    }

    private String chosen(Filter filter) {
        return Stream.concat(
                        tables.chosen(filter).stream(),
                        tables.excluded(filter).stream().map(label -> words.get("filter.not", label)))
                .collect(Collectors.joining(", "));
    }

    private Frame frame(String name, Filter filter) {
        String chosen = chosen(filter);
        String title = words.get(name + ".title") + (chosen.isEmpty() ? "" : ": " + chosen);
        return frame(title, Filter.href("/" + name, filter.narrowing()));
    }

    private Frame frame(String title, String path) {
        return new Frame(words, title, path, Optional.empty(), Optional.empty(), edition);
    }
}
