// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;

/**
 * All places with the number of statements, including places within.
 *
 * @param maps the maps, by increasing extent
 * @param located places with coordinates, sorted by count, descending
 * @param unlocated places without coordinates, sorted by count, descending
 */
public record PlaceCounts(List<PlaceMap> maps, List<PlaceMap.Spot> located, List<PlaceMap.Unlocated> unlocated) {}
