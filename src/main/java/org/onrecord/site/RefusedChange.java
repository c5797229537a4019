// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import java.time.Instant;

/**
 * A change of the home's files that does not conform, so that the release before it is still shown.
 *
 * @param at when it was refused
 * @param report why, with places and remedies; for the operator
 */
public record RefusedChange(Instant at, String report) {}
