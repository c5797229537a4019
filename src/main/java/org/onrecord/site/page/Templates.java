// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/** The templates, made into classes when the program was built. Immutable; safe for many threads. */
public final class Templates {
    private static final String TEMPLATES = "onrecord.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), TEMPLATES);

    /** Fills a template: the frame, and what the page shows under the name {@code page}. */
    public String render(String template, Frame frame, Object page) {
        return render(template, Map.of("frame", frame, "page", page));
    }

    /** Fills a template with named values. */
    public String render(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", new HashMap<>(values), output);
        return output.toString();
    }
}
