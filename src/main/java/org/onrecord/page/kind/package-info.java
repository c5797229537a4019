// SPDX-License-Identifier: Apache-2.0
/**
 * What the page of each kind of thing says, section by section.
 */
@NullMarked
package org.onrecord.page.kind;

import org.jspecify.annotations.NullMarked;
