// SPDX-License-Identifier: Apache-2.0
/** Validating what somebody posts: against our shapes only, together with the release, writing nothing. */
@NullMarked
package org.onrecord.web.check;

import org.jspecify.annotations.NullMarked;
