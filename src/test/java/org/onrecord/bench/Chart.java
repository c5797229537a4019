// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.util.List;
import java.util.Locale;

/** A bar for each ratio, on a logarithmic scale from 1/100 to 100, as SVG. */
final class Chart {
    private static final int LEFT = 260;
    private static final int MIDDLE = 500;
    private static final int ROW = 18;

    private Chart() {}

    /**
     * A bar and its spread.
     *
     * @param name on the left
     * @param peer on the right
     */
    record Bar(String name, String peer, double least, double median, double most) {}

    static String of(List<Bar> bars) {
        int height = (bars.size() + 3) * ROW;
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 %d\" font-family=\"sans-serif\" font-size=\"12\">",
                height);
        add(svg, "<title>On Record's time divided by that of the fastest peer</title>");
        add(svg, "<rect width=\"900\" height=\"%d\" fill=\"#fff\"/>", height);
        for (double mark : List.of(0.01, 0.1, 1.0, 10.0, 100.0)) {
            add(svg, "<line x1=\"%.1f\" x2=\"%1$.1f\" y1=\"20\" y2=\"%d\" stroke=\"#bbb\"/>", x(mark), height - 20);
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"14\" text-anchor=\"middle\">%s</text>",
                    x(mark),
                    mark < 1 ? mark : (int) mark);
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = 26 + i * ROW;
            double from = Math.min(x(bar.median()), MIDDLE);
            add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 10, y + 10, bar.name());
            add(
                    svg,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"11\" fill=\"%s\"/>",
                    from,
                    y,
                    Math.abs(x(bar.median()) - MIDDLE),
                    bar.median() < 1 ? "#27639f" : "#c4661f");
            add(
                    svg,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%3$d\" stroke=\"#000\"/>",
                    x(bar.least()),
                    x(bar.most()),
                    y + 6);
            add(svg, "<text x=\"750\" y=\"%d\">%s</text>", y + 10, bar.peer());
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">left of 1: On Record is faster; the line is the spread</text>",
                MIDDLE,
                height - 4);
        return svg.append("</svg>\n").toString();
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double x(double ratio) {
        return MIDDLE + 120 * Math.max(-2, Math.min(2, Math.log10(ratio)));
    }
}
