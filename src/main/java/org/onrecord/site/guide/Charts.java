// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.site.guide.PlaceMap.Point;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Wgs84;

/**
 * The charts of a release.
 *
 * @param parts the statements and the graph
 */
public record Charts(PageSections parts) {
    /** The timeline of the statements that a filter selects. */
    public Timeline timeline(Filter filter) {
        return Timeline.of(selected(filter));
    }

    /** The numbers of the statements that a filter selects, by speaker and period, if they are many. */
    public Optional<Density> density(Filter filter) {
        List<StatementLine> lines = selected(filter);
        return lines.size() > Density.MANY ? Optional.of(Density.of(lines)) : Optional.empty();
    }

    /** The network of the statements that a filter selects. */
    public Network network(Filter filter) {
        return Network.of(selected(filter), this::actors);
    }

    private List<StatementLine> selected(Filter filter) {
        return parts.tables().rows(filter.with("sort", "text"));
    }

    /**
     * The other actors a statement is about, including members of groups: those of the question {@code
     * who-talks-about-whom}. If it only reports what others say, those that theirs are not about.
     */
    private List<Ref> actors(StatementLine line) {
        StatementIndex register = parts.register();
        List<Ref> reported = line.voice().reportsOnly()
                ? register.with(Rec.WITHIN, line.node()).stream()
                        .flatMap(inner -> register.aboutAny(inner).stream())
                        .toList()
                : List.of();
        return register.aboutAny(line).stream()
                .filter(ref -> Kind.ACTORS.contains(ref.kind())
                        && !ref.equals(line.voice().speaker())
                        && !reported.contains(ref))
                .toList();
    }

    /** The places, with maps of all places and, if it is much smaller, of the main region. */
    public PlaceCounts places() {
        List<PlaceMap.Spot> spots = spots();
        List<PlaceMap.Route> routes = routes();
        return new PlaceCounts(
                PlaceMap.Frame.of(spots).stream()
                        .map(frame -> PlaceMap.of(frame, spots, routes))
                        .toList(),
                spots,
                unlocated());
    }

    private List<PlaceMap.Unlocated> unlocated() {
        GraphReader reading = parts.reading();
        return reading.subjects(SKOS.prefLabel.asNode(), Node.ANY).stream()
                .distinct()
                .filter(place -> place.isURI()
                        && Kind.PLACES.contains(reading.base().kind(place.getURI()))
                        && point(place).isEmpty())
                .map(place -> new PlaceMap.Unlocated(reading.ref(place), countStatements(place)))
                .sorted(Comparator.comparing(
                                (PlaceMap.Unlocated place) -> -place.count().total())
                        .thenComparing(place -> place.ref().label()))
                .toList();
    }

    private List<PlaceMap.Spot> spots() {
        GraphReader reading = parts.reading();
        return reading.subjects(Wgs84.LAT, Node.ANY).stream()
                .flatMap(place -> point(place).map(point -> spot(place, point)).stream())
                .sorted(Comparator.comparing(
                                (PlaceMap.Spot spot) -> -spot.count().total())
                        .thenComparing(spot -> spot.ref().label()))
                .toList();
    }

    private PlaceMap.Spot spot(Node place, Point point) {
        return new PlaceMap.Spot(parts.reading().ref(place), point, countStatements(place));
    }

    private PlaceMap.Count countStatements(Node place) {
        return new PlaceMap.Count(
                parts.register().with(Rec.ABOUT_ANY, place).size(),
                parts.register().saidAt(place).size());
    }

    private Optional<Point> point(Node place) {
        GraphReader reading = parts.reading();
        return reading.text(place, Wgs84.LONG)
                .flatMap(longitude -> reading.text(place, Wgs84.LAT)
                        .map(latitude -> new Point(Double.parseDouble(longitude), Double.parseDouble(latitude))));
    }

    /** Corridors without coordinates, drawn between two places that they connect or pass. */
    private List<PlaceMap.Route> routes() {
        GraphReader reading = parts.reading();
        return Stream.concat(
                        reading.subjects(Rec.CONNECTS, Node.ANY).stream(),
                        reading.subjects(Rec.PASSES_THROUGH, Node.ANY).stream())
                .distinct()
                .filter(corridor -> point(corridor).isEmpty())
                .flatMap(corridor -> route(corridor).stream())
                .toList();
    }

    private Optional<PlaceMap.Route> route(Node corridor) {
        GraphReader reading = parts.reading();
        List<Point> ends = Stream.of(Rec.CONNECTS, Rec.PASSES_THROUGH)
                .flatMap(property -> reading.objects(corridor, property).stream())
                .flatMap(place -> point(place).stream())
                .toList();
        return ends.size() < 2
                ? Optional.empty()
                : Optional.of(new PlaceMap.Route(reading.ref(corridor), ends.get(0), ends.get(1)));
    }
}
