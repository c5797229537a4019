// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

/**
 * A file of the release.
 *
 * @param name the file's name
 * @param mediaType without parameters
 * @param bytes the size
 * @param sha256 64 lower-case hex digits
 */
public record Dump(String name, String mediaType, long bytes, String sha256) {}
