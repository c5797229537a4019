// SPDX-License-Identifier: Apache-2.0
/**
 * From records to HTML: the frame around every page, its words, and the templates.
 */
@NullMarked
package org.onrecord.page.view;

import org.jspecify.annotations.NullMarked;
