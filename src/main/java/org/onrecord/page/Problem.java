// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page;

import java.util.List;
import org.onrecord.page.thing.Ref;

/**
 * What went wrong, for a person.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param detail what is wrong and what to do
 * @param near what may have been meant
 */
public record Problem(int status, String title, String detail, List<Ref> near) {
    public Problem {
        near = List.copyOf(near);
    }
}
