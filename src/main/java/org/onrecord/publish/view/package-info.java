// SPDX-License-Identifier: Apache-2.0
/** The release for those who speak something else: schema.org, nanopublications, tables. Each is a query or a few. */
@NullMarked
package org.onrecord.publish.view;

import org.jspecify.annotations.NullMarked;
