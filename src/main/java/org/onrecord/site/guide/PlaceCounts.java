// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;

/**
 * Every place by the number of statements about it and what lies in it.
 *
 * @param maps pictures of those with a point, the nearest first
 * @param located those with a point, most spoken about first
 * @param unlocated those without, most spoken about first
 */
public record PlaceCounts(List<PlaceMap> maps, List<PlaceMap.Spot> located, List<PlaceMap.Unlocated> unlocated) {
    public PlaceCounts {
        maps = List.copyOf(maps);
        located = List.copyOf(located);
        unlocated = List.copyOf(unlocated);
    }
}
