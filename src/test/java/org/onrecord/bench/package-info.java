// SPDX-License-Identifier: Apache-2.0
/** A benchmark over generated articles that is not part of the build; see {@code benchmark.md}. */
@NullMarked
package org.onrecord.bench;

import org.jspecify.annotations.NullMarked;
