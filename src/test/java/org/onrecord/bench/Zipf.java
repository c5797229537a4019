// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws ranks from 0, where rank {@code r} has a weight of {@code (r + 1) ^ -exponent}. */
final class Zipf {
    private final double[] sums;

    Zipf(int size, double exponent) {
        sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.pow(i + 1, -exponent);
            sums[i] = sum;
        }
    }

    int draw(SplittableRandom random) {
        int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(at < 0 ? -at - 1 : at, sums.length - 1);
    }
}
