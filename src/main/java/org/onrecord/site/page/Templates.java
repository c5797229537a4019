// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/** Renders templates precompiled by the build. Immutable and thread-safe. */
public final class Templates {
    private static final String TEMPLATES = "onrecord.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), TEMPLATES);

    /** Renders a template with the parameters {@code frame} and {@code page}. */
    public String render(String template, Frame frame, Object page) {
        return render(template, Map.of("frame", frame, "page", page));
    }

    /** Renders a template with parameters. */
    public String render(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", new HashMap<>(values), output);
        return output.toString();
    }
}
