// SPDX-License-Identifier: Apache-2.0
/** Options that a command has many of. */
@NullMarked
package org.onrecord.cli.options;

import org.jspecify.annotations.NullMarked;
