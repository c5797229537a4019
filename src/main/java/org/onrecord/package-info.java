// SPDX-License-Identifier: Apache-2.0
/**
 * On Record: a knowledge graph of who stated what.
 *
 * <p>A Turtle file is read, checked, kept, asked and served; there is a package for each step. The table says which
 * packages of ours a package may import; it is the law that a test reads, line by line.
 *
 * <pre>
 * vocabulary : -
 * project    : -
 * turtle     : vocabulary project
 * evidence   : vocabulary project turtle
 * validation : vocabulary project turtle
 * knowledge  : vocabulary project turtle validation
 * query      : vocabulary project knowledge
 * guard      : vocabulary knowledge query
 * search     : vocabulary knowledge
 * change     : vocabulary project knowledge
 * publish    : vocabulary project turtle knowledge change
 * page       : vocabulary project knowledge query evidence search
 * web        : vocabulary project turtle validation knowledge query guard search publish change page
 * server     : vocabulary knowledge guard web
 * cli        : *
 * </pre>
 *
 * <p>{@code turtle} imports {@code vocabulary}, because the layout of a file is made of our base and prefixes.
 * {@code evidence} imports {@code project}, because a text that cannot be read is named as every other file is.
 */
@NullMarked
package org.onrecord;

import org.jspecify.annotations.NullMarked;
