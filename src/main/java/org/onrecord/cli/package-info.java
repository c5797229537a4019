// SPDX-License-Identifier: Apache-2.0
/**
 * Arguments, console text, exit codes. One class a command; results go to standard output, everything else to standard
 * error. Exceptions end here: {@link org.onrecord.cli.Failures} turns each kind into a message and an exit code.
 */
@NullMarked
package org.onrecord.cli;

import org.jspecify.annotations.NullMarked;
