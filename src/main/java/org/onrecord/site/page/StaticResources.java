// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

/** Resources below {@code /static/}: style sheet, icon, scripts, and the query editor. */
public final class StaticResources {
    private static final String EDITOR = "/static/yasgui/";
    private static final String WEBJAR = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";

    private StaticResources() {}

    /**
     * Maps an address to a class path resource.
     *
     * @param path an address below {@code /static/}; must not contain {@code ..}
     */
    public static String resource(String path) {
        return path.startsWith(EDITOR) ? WEBJAR + path.substring(EDITOR.length()) : path;
    }
}
