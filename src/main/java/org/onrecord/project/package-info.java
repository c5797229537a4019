// SPDX-License-Identifier: Apache-2.0
/**
 * Where things are on disk, and the copy of them that the jar carries.
 *
 * <p>Both are seen through {@link java.nio.file.Path}: the bundled copy is a folder of {@code target/classes} or a zip
 * file system over the jar. A file is known by its name below the home, such as {@code data/articles/a.ttl}, so that a
 * message reads the same whichever copy was loaded.
 */
@NullMarked
package org.onrecord.project;

import org.jspecify.annotations.NullMarked;
