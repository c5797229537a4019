// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

/**
 * The validation form with its report.
 *
 * @param turtle the posted Turtle, or empty
 * @param report the report as text, or empty
 */
public record ValidationPage(String turtle, String report) {}
