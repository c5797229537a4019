// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page.chart;

import java.util.List;

/**
 * Every place by the number of statements about it and what lies in it.
 *
 * @param maps pictures of those with a point, the nearest first
 * @param located those with a point, most spoken about first
 * @param unlocated those without, most spoken about first
 */
public record Places(List<PlaceMap> maps, List<PlaceMap.Spot> located, List<PlaceMap.Unlocated> unlocated) {
    public Places {
        maps = List.copyOf(maps);
        located = List.copyOf(located);
        unlocated = List.copyOf(unlocated);
    }
}
