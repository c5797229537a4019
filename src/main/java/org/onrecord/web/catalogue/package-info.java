// SPDX-License-Identifier: Apache-2.0
/** The catalogue's questions as addresses: a form and an answer for people, rows and triples for programs, OpenAPI. */
@NullMarked
package org.onrecord.web.catalogue;

import org.jspecify.annotations.NullMarked;
