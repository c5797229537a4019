// SPDX-License-Identifier: Apache-2.0
/** Many requests: random ones, and worst ones beside ordinary ones. */
@NullMarked
package org.onrecord.server.load;

import org.jspecify.annotations.NullMarked;
