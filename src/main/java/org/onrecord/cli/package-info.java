// SPDX-License-Identifier: Apache-2.0
/**
 * Command line: one class per command. Results go to standard output, messages to standard error. {@link
 * org.onrecord.cli.ExceptionHandler} turns exceptions into messages and exit codes.
 *
 * <p>{@link org.onrecord.cli.Sealing} is used by the build: packaging fails if the project does not conform; otherwise
 * the hash of the validated release is added to the jar, so that the same release is not validated again at start
 * (about half of the start time). The hash includes the shapes.
 */
@NullMarked
package org.onrecord.cli;

import org.jspecify.annotations.NullMarked;
