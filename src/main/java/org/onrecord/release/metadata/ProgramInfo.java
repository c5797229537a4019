// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.util.ResourceBundle;

/** Information about the program. */
public final class ProgramInfo {
    private ProgramInfo() {}

    /** The version set by the build. */
    public static String version() {
        return ResourceBundle.getBundle(ProgramInfo.class.getPackageName() + ".program")
                .getString("version");
    }
}
