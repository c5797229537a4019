// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.onrecord.site.thing.Ref;

/**
 * A map of places with the number of statements. It has a graticule, but no borders and no land, to be neutral.
 * Equirectangular projection with the central parallel as standard parallel.
 *
 * @param frame the map extent
 * @param spots the places
 * @param routes schematic links of corridors without an agreed route
 */
public record PlaceMap(Frame frame, List<Spot> spots, List<Route> routes) {
    private static final int WIDTH = 900;

    /**
     * A map extent in whole degrees.
     *
     * @param west the least longitude
     * @param south the least latitude
     * @param east the greatest longitude
     * @param north the greatest latitude
     * @param step degrees between lines
     */
    public record Frame(int west, int south, int east, int north, int step) {
        private static final double MARGIN = 0.15;
        private static final int MAX_LINES = 6;
        private static final double MAIN_SHARE = 0.8;

        /**
         * The extents of maps: of the places that most statements are about, if it is less than half as large, and of
         * all places.
         *
         * @param spots the places, those with most statements first
         */
        static List<Frame> of(List<Spot> spots) {
            if (spots.isEmpty()) {
                return List.of();
            }
            Frame whole = around(spots);
            Frame main = around(main(spots));
            return main.area() * 2 < whole.area() ? List.of(main, whole) : List.of(whole);
        }

        /** The places nearest to the one that most statements are about, which together have most of the statements. */
        private static List<Spot> main(List<Spot> spots) {
            Point centre = spots.stream()
                    .max(Comparator.comparingInt(spot -> spot.count().about()))
                    .orElse(spots.get(0))
                    .point();
            double wanted = MAIN_SHARE
                    * spots.stream().mapToInt(spot -> spot.count().about()).sum();
            List<Spot> main = new ArrayList<>();
            int counted = 0;
            for (Spot spot : spots.stream()
                    .sorted(Comparator.comparingDouble(spot -> spot.point().distance(centre)))
                    .toList()) {
                if (counted < wanted) {
                    main.add(spot);
                    counted += spot.count().about();
                }
            }
            return main.isEmpty() ? spots : main;
        }

        private static Frame around(List<Spot> spots) {
            int west = limit(spots.stream().mapToDouble(spot -> spot.point().longitude()));
            int east = -limit(spots.stream().mapToDouble(spot -> -spot.point().longitude()));
            int south = limit(spots.stream().mapToDouble(spot -> spot.point().latitude()));
            int north = -limit(spots.stream().mapToDouble(spot -> -spot.point().latitude()));
            int step = IntStream.of(1, 2, 5, 10, 20, 30)
                    .filter(degrees -> (east - west) / degrees <= MAX_LINES)
                    .findFirst()
                    .orElse(60);
            return new Frame(west, Math.max(south, -85), east, Math.min(north, 85), step);
        }

        private static int limit(DoubleStream values) {
            return (int) Math.floor(values.min().orElse(0) - MARGIN);
        }

        private int area() {
            return (east - west) * (north - south);
        }

        /** The height of the map; its width is 900. */
        public int height() {
            double squeeze = Math.cos(Math.toRadians((north + south) / 2.0));
            return (int) Math.round(WIDTH * (north - south) / ((east - west) * squeeze));
        }

        /** The x coordinate of a longitude. */
        public double x(double longitude) {
            return WIDTH * (longitude - west) / (east - west);
        }

        /** The y coordinate of a latitude. */
        public double y(double latitude) {
            return height() * (north - latitude) / (north - south);
        }

        /** The meridians. */
        public List<Integer> meridians() {
            return lines(west, east);
        }

        /** The parallels. */
        public List<Integer> parallels() {
            return lines(south, north);
        }

        private List<Integer> lines(int from, int to) {
            return IntStream.rangeClosed(from, to)
                    .filter(at -> at % step == 0)
                    .boxed()
                    .toList();
        }

        /** Whether the extent contains a point. */
        public boolean holds(Point point) {
            return point.longitude() >= west
                    && point.longitude() <= east
                    && point.latitude() >= south
                    && point.latitude() <= north;
        }
    }

    /**
     * A point in decimal degrees, WGS84.
     *
     * @param longitude east
     * @param latitude north
     */
    public record Point(double longitude, double latitude) {
        /** The distance to another point in degrees of latitude, on a plane. */
        double distance(Point other) {
            double squeeze = Math.cos(Math.toRadians((latitude + other.latitude) / 2));
            return Math.hypot((longitude - other.longitude) * squeeze, latitude - other.latitude);
        }
    }

    /**
     * A place.
     *
     * @param ref the place
     * @param point its coordinates
     * @param count the numbers of statements
     */
    public record Spot(Ref ref, Point point, Count count) {
        /** The radius of its circle. */
        public String radius() {
            return String.format(Locale.ROOT, "%.1f", 4 + 2.6 * Math.sqrt(count.total()));
        }
    }

    /**
     * A place without coordinates.
     *
     * @param ref the place
     * @param count the numbers of statements
     */
    public record Unlocated(Ref ref, Count count) {}

    /**
     * Numbers of statements of a place.
     *
     * @param about statements about it and what lies in it
     * @param said statements made on occasions there
     */
    public record Count(int about, int said) {
        /** The sum. */
        public int total() {
            return about + said;
        }
    }

    /**
     * A corridor drawn between two places.
     *
     * @param ref the corridor
     * @param from one place it connects or passes
     * @param to another
     */
    public record Route(Ref ref, Point from, Point to) {}

    /** Creates the map of an extent. */
    public static PlaceMap of(Frame frame, List<Spot> spots, List<Route> routes) {
        return new PlaceMap(
                frame,
                spots.stream().filter(spot -> frame.holds(spot.point())).toList(),
                routes.stream()
                        .filter(route -> frame.holds(route.from()) && frame.holds(route.to()))
                        .toList());
    }

    /** Whether the label is left of the place: a route starts to the right, or the edge is near. */
    public boolean isNamedLeft(Spot spot) {
        return frame.x(spot.point().longitude()) > WIDTH * 0.78
                || routes.stream().anyMatch(route -> route.from().equals(spot.point()));
    }

    /** Whether there is space for the label: no place with more statements is near. */
    public boolean hasRoom(Spot spot) {
        return spots.stream()
                .takeWhile(other -> !other.equals(spot))
                .noneMatch(other -> Math.abs(frame.y(other.point().latitude())
                                        - frame.y(spot.point().latitude()))
                                < 18
                        && Math.abs(frame.x(other.point().longitude())
                                        - frame.x(spot.point().longitude()))
                                < 200);
    }

    /** Formats a longitude: {@code 45° E}. */
    public static String meridian(int degrees) {
        return Math.abs(degrees) + (degrees < 0 ? "° W" : "° E");
    }

    /** Formats a latitude: {@code 40° N}. */
    public static String parallel(int degrees) {
        return Math.abs(degrees) + (degrees < 0 ? "° S" : "° N");
    }

    /** Formats an SVG coordinate. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
