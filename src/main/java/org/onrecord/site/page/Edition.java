// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Optional;
import org.onrecord.release.Profile;
import org.onrecord.vocabulary.BaseIri;

/**
 * What all pages of a release have in common.
 *
 * @param release the release hash, 64 hex digits
 * @param base the base of the home's IRIs
 * @param profile what the home says of its dataset
 * @param contact a mail address for error reports
 */
public record Edition(String release, BaseIri base, Profile profile, Optional<String> contact) {}
