// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

/**
 * The form that takes Turtle to be validated, and what was found in what it held.
 *
 * @param turtle what was posted; empty at first
 * @param report what was found, as text; empty if nothing was posted
 */
public record Checked(String turtle, String report) {}
