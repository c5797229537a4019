// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/** Renders templates precompiled by the build. */
public final class Templates {
    private static final String TEMPLATES = "onrecord.templates";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), TEMPLATES);

    private Templates() {}

    /** Renders a template with the parameters {@code frame} and {@code page}. */
    public static String render(String template, Frame frame, Object page) {
        return render(template, Map.of("frame", frame, "page", page));
    }

    /** Renders a template with parameters. */
    public static String render(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        ENGINE.render(template + ".jte", new HashMap<>(values), output);
        return output.toString();
    }
}
