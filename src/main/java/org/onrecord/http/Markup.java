// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

/** Minimal HTML, for pages without the templates of the site. */
public final class Markup {
    private Markup() {}

    /** Escapes a text for an HTML element or a quoted attribute. */
    public static String html(String text) {
        StringBuilder html = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return html.toString();
    }

    /** A page; escapes the title, but not the content. */
    public static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s - On Record</title>
                <link rel="stylesheet" href="/static/onrecord.css"></head>
                <body>
                <header class="top"><p class="mark"><a href="/">On Record</a></p></header>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(html(title), html(title), content);
    }
}
