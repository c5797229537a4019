// SPDX-License-Identifier: Apache-2.0
/**
 * On Record: a knowledge graph of who stated what.
 *
 * <p>Turtle files are read, validated, made into a release, queried and served; there is a package for each step. The table
 * says which packages of ours a package and its sub-packages import. A test reads it: an import that it does not name fails
 * the build, and so does one that nobody uses. No two packages import each other, sub-packages included.
 *
 * <pre>
 * vocabulary : -
 * engine     : -
 * source     : vocabulary
 * evidence   : vocabulary source
 * validation : vocabulary engine source
 * release    : vocabulary engine source validation
 * search     : vocabulary engine source release
 * query      : vocabulary engine source release search
 * curation   : vocabulary engine source validation release
 * sheet      : vocabulary source evidence validation release curation
 * guard      : engine
 * http       : vocabulary guard
 * sparql     : vocabulary engine release query guard http
 * site       : vocabulary engine source evidence validation release query search guard http sparql
 * replica    : vocabulary source validation release
 * server     : vocabulary release guard http sparql site
 * cli        : vocabulary source evidence validation release search query curation sheet guard http site server replica
 * </pre>
 *
 * <p>{@code source} imports {@code vocabulary}, because the layout of a Turtle file depends on our base and prefixes.
 */
@NullMarked
package org.onrecord;

import org.jspecify.annotations.NullMarked;
