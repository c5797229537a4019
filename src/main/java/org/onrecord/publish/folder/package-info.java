// SPDX-License-Identifier: Apache-2.0
/** A release's folder: how it comes to its place, what lists its files, how files are packed. */
@NullMarked
package org.onrecord.publish.folder;

import org.jspecify.annotations.NullMarked;
