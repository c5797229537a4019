// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import java.time.Instant;

/**
 * A rejected change of the home: its files do not conform, so the previous release is still served.
 *
 * @param at the time of the rejection
 * @param report the validation report, for the operator
 */
public record RejectedChange(Instant at, String report) {}
