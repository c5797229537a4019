// SPDX-License-Identifier: Apache-2.0
/** What programs read to find the rest: the feed, the list of addresses, the rules for crawlers, whom to write to. */
@NullMarked
package org.onrecord.web.feed;

import org.jspecify.annotations.NullMarked;
