// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

/** The files that pages refer to below {@code /static/}: a style sheet, an icon, two small scripts, and the editor. */
public final class Static {
    private static final String EDITOR = "/static/yasgui/";
    private static final String WEBJAR = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";

    private Static() {}

    /**
     * Where the class path holds a file.
     *
     * @param path an address below {@code /static/}, checked by the caller to hold no {@code ..}
     */
    public static String resource(String path) {
        return path.startsWith(EDITOR) ? WEBJAR + path.substring(EDITOR.length()) : path;
    }
}
