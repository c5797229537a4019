// SPDX-License-Identifier: Apache-2.0
/** The JSON Schema of sheets, for editors and language models. */
@NullMarked
package org.onrecord.sheet.schema;

import org.jspecify.annotations.NullMarked;
