// SPDX-License-Identifier: Apache-2.0
/** Options, exit codes and failures that all commands share. */
@NullMarked
package org.onrecord.cli.option;

import org.jspecify.annotations.NullMarked;
