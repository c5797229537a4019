// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.Reply;
import org.onrecord.site.guide.PlaceCounts;
import org.onrecord.site.guide.PlaceMap;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.page.Pages;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.Format;

/**
 * {@code /map}: places by the number of statements about them, as a page, GeoJSON (RFC 7946) or CSV (RFC 4180).
 *
 * @param pages renders the page
 */
public record MapHandler(Pages pages) {
    private static final List<Format> FORMATS = List.of(Format.HTML, Format.GEOJSON, Format.JSON, Format.CSV);

    /** Answers a request. */
    public Reply reply(HttpServletRequest request) {
        Parameters.of(request).values().keySet().stream()
                .filter(Filter.FILTERS::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw Parameters.bad("The map has no filters: remove '" + name + "'.");
                });
        Format format = Choice.of(request).among(FORMATS, Parameters.of(request).one("format"), request);
        String text = switch (format) {
            case HTML -> pages.map();
            case CSV -> csv();
            default -> geojson();
        };
        return Conditional.of(request, format.contentType(), text)
                .with(
                        "Link",
                        "</map.geojson>; rel=\"alternate\"; type=\"application/geo+json\", </map.csv>; rel=\"alternate\"; type=\"text/csv\"");
    }

    private String geojson() {
        PlaceCounts places = pages.charts().places();
        JsonArrayBuilder features = JSON.createArrayBuilder();
        places.located().forEach(spot -> features.add(feature(spot.ref(), point(spot.point()), spot.count())));
        places.unlocated().forEach(place -> features.add(feature(place.ref(), JsonValue.NULL, place.count())));
        return JSON.createObjectBuilder()
                        .add("type", "FeatureCollection")
                        .add("features", features)
                        .build() + "\n";
    }

    private static JsonValue point(PlaceMap.Point point) {
        return JSON.createObjectBuilder()
                .add("type", "Point")
                .add(
                        "coordinates",
                        JSON.createArrayBuilder().add(point.longitude()).add(point.latitude()))
                .build();
    }

    /** A feature; without coordinates its geometry is null (RFC 7946, section 3.2). */
    private static JsonObjectBuilder feature(Ref place, JsonValue geometry, PlaceMap.Count count) {
        return JSON.createObjectBuilder()
                .add("type", "Feature")
                .add("id", place.iri())
                .add("geometry", geometry)
                .add(
                        "properties",
                        JSON.createObjectBuilder()
                                .add("name", place.label())
                                .add("statements", count.about())
                                .add("saidHere", count.said()));
    }

    private String csv() {
        PlaceCounts places = pages.charts().places();
        StringBuilder csv = new StringBuilder("place,name,latitude,longitude,statements,saidHere\r\n");
        places.located()
                .forEach(spot -> csv.append(line(
                        spot.ref(), spot.point().latitude() + "," + spot.point().longitude(), spot.count())));
        places.unlocated().forEach(place -> csv.append(line(place.ref(), ",", place.count())));
        return csv.toString();
    }

    private static String line(Ref place, String point, PlaceMap.Count count) {
        return place.iri() + ",\"" + place.label().replace("\"", "\"\"") + "\"," + point + "," + count.about() + ","
                + count.said() + "\r\n";
    }
}
