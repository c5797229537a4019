// SPDX-License-Identifier: Apache-2.0
/** The command {@code serve}: its options, the banner, and the release that follows the files of the home. */
@NullMarked
package org.onrecord.cli.serve;

import org.jspecify.annotations.NullMarked;
