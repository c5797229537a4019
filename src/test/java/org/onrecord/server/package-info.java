// SPDX-License-Identifier: Apache-2.0
/** The running server under attack, under load, and by the book. */
@NullMarked
package org.onrecord.server;

import org.jspecify.annotations.NullMarked;
