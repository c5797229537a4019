// SPDX-License-Identifier: Apache-2.0
/**
 * YAML as sheets use it: YAML 1.2 with the failsafe schema, so that every scalar is its text; without anchors, aliases,
 * tags and repeated keys. Each node has its position.
 */
@NullMarked
package org.onrecord.sheet.yaml;

import org.jspecify.annotations.NullMarked;
