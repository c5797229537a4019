// SPDX-License-Identifier: Apache-2.0
/**
 * What the build runs, and no user: packing is refused while the project does not conform, and the hash of what conforms
 * goes into the jar, so that starting it need not validate the same bytes again (about half of its time to the first
 * answer). Validating at every start all the same was refused: the shapes are among the bytes that the hash names.
 */
@NullMarked
package org.onrecord.cli.seal;

import org.jspecify.annotations.NullMarked;
