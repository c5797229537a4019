// SPDX-License-Identifier: Apache-2.0
/** Pages of the sample, read as a browser and as an attacker would. */
@NullMarked
package org.onrecord.site.page;

import org.jspecify.annotations.NullMarked;
