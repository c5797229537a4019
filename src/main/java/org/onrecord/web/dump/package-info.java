// SPDX-License-Identifier: Apache-2.0
/**
 * The release as files: {@code /dumps/}, and what is said of the dataset.
 *
 * <p>The files are those of {@code export}, written once for a snapshot at the first request for one of them, into a
 * temporary folder that goes with the process. Starting does not wait for it.
 */
@NullMarked
package org.onrecord.web.dump;

import org.jspecify.annotations.NullMarked;
