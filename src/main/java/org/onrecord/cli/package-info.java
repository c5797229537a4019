// SPDX-License-Identifier: Apache-2.0
/**
 * Arguments, console text, exit codes. One class for each command; results go to standard output, everything else to
 * standard error. Exceptions end here: {@link org.onrecord.cli.ExceptionHandler} turns each kind into a message and an exit code.
 *
 * <p>{@link org.onrecord.cli.Sealing} is run by the build only: packaging fails while the project does not conform, and the
 * hash of what conforms goes into the jar, so that a start need not validate the same bytes again (about half of its time
 * to the first answer). The shapes are among the bytes that the hash names.
 */
@NullMarked
package org.onrecord.cli;

import org.jspecify.annotations.NullMarked;
