// SPDX-License-Identifier: Apache-2.0
/** What a request brings along: parameters and a body. */
@NullMarked
package org.onrecord.web.request;

import org.jspecify.annotations.NullMarked;
