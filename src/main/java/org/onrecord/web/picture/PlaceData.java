// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.picture;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.onrecord.page.Html;
import org.onrecord.page.Pages;
import org.onrecord.page.chart.PlaceMap;
import org.onrecord.web.Conditional;
import org.onrecord.web.Reply;
import org.onrecord.web.negotiation.Choice;
import org.onrecord.web.sparql.Parameters;

/**
 * {@code /map}: places by the number of statements about them, as a page, GeoJSON (RFC 7946) or CSV (RFC 4180).
 *
 * @param pages knows the places
 * @param page shows them
 */
public record PlaceData(Pages pages, Supplier<Html> page) {
    /** Answers a request. */
    public Reply reply(HttpServletRequest request) {
        MapForm form = Choice.of(request)
                .among(List.of(MapForm.values()), Parameters.of(request).one("format"), request);
        String text = switch (form) {
            case HTML -> page.get().text();
            case GEOJSON, JSON -> geojson();
            case CSV -> csv();
        };
        return Conditional.of(request, form.contentType(), text)
                .with(
                        "Link",
                        "</map.geojson>; rel=\"alternate\"; type=\"application/geo+json\", </map.csv>; rel=\"alternate\"; type=\"text/csv\"");
    }

    private String geojson() {
        JsonArrayBuilder features = Json.createArrayBuilder();
        pages.pictures().spots().forEach(spot -> features.add(feature(spot)));
        return Json.createObjectBuilder()
                        .add("type", "FeatureCollection")
                        .add("features", features)
                        .build() + "\n";
    }

    private static JsonObjectBuilder feature(PlaceMap.Spot spot) {
        return Json.createObjectBuilder()
                .add("type", "Feature")
                .add("id", spot.ref().iri())
                .add(
                        "geometry",
                        Json.createObjectBuilder()
                                .add("type", "Point")
                                .add(
                                        "coordinates",
                                        Json.createArrayBuilder()
                                                .add(spot.point().longitude())
                                                .add(spot.point().latitude())))
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("name", spot.ref().label())
                                .add("statements", spot.count()));
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("place,name,latitude,longitude,statements\r\n");
        pages.pictures()
                .spots()
                .forEach(spot -> csv.append(String.join(
                                ",",
                                spot.ref().iri(),
                                '"' + spot.ref().label().replace("\"", "\"\"") + '"',
                                String.valueOf(spot.point().latitude()),
                                String.valueOf(spot.point().longitude()),
                                String.valueOf(spot.count())))
                        .append("\r\n"));
        return csv.toString();
    }
}
