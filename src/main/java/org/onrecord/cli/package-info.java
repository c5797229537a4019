// SPDX-License-Identifier: Apache-2.0
/**
 * Command line: one class per command. Results go to standard output, messages to standard error. {@link
 * org.onrecord.cli.ExceptionHandler} turns exceptions into messages and exit codes.
 *
 * <p>{@link org.onrecord.cli.Packaging} is used by the build: packaging fails if the project does not conform; otherwise
 * a snapshot of the validated release is added to the jar, from which every command starts.
 */
@NullMarked
package org.onrecord.cli;

import org.jspecify.annotations.NullMarked;
