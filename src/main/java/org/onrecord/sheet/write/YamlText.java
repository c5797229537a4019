// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of YAML, at most 160 characters each where the words allow it. Used by one thread. */
public final class YamlText {
    private static final int WIDTH = 160;
    private static final Pattern PLAIN = Pattern.compile("[^\\s\\-?:,\\[\\]{}#&*!|>'\"%@`~<.=][^\\p{Cntrl}]*");
    private static final Pattern UNSAFE = Pattern.compile(": | #|:$|\\s$|\\s\\s");
    private static final Pattern FLOW_UNSAFE = Pattern.compile("[,\\[\\]{}]");

    private final int width;
    private final List<String> lines = new ArrayList<>();

    /**
     * No lines.
     *
     * @param margin the number of characters that will precede each line
     */
    public YamlText(int margin) {
        this.width = WIDTH - margin;
    }

    /** Adds a line as it is. */
    public void line(String line) {
        lines.add(line);
    }

    /** Adds a key without value. */
    public void key(int indent, String key) {
        lines.add(" ".repeat(indent) + name(key) + ":");
    }

    /** Adds a key with a text. */
    public void value(int indent, String key, String text) {
        add(" ".repeat(indent) + name(key) + ": ", indent, text);
    }

    /** Adds a key with a text, or with a list of texts; nothing for an empty list. */
    public void values(int indent, String key, List<String> texts) {
        if (texts.size() == 1) {
            value(indent, key, texts.get(0));
        } else if (!texts.isEmpty()) {
            String flow = " ".repeat(indent) + name(key) + ": " + inFlow(texts);
            if (flow.length() <= width) {
                lines.add(flow);
            } else {
                list(indent, key, texts);
            }
        }
    }

    /** Adds a key with a list of texts, a line each. */
    public void list(int indent, String key, List<String> texts) {
        key(indent, key);
        texts.forEach(text -> item(indent + 2, text));
    }

    /** Adds an item of a list. */
    public void item(int indent, String text) {
        add(" ".repeat(indent) + "- ", indent + 2, text);
    }

    /** Adds lines of a mapping as an item of a list: the first behind a dash. */
    public void item(int indent, YamlText mapping) {
        for (int i = 0; i < mapping.lines.size(); i++) {
            String line = mapping.lines.get(i);
            lines.add(" ".repeat(indent) + (i == 0 ? "- " + line : line.isEmpty() ? "" : "  " + line));
        }
    }

    /** Adds lines of a mapping, indented. */
    public void block(int indent, YamlText mapping) {
        mapping.lines.forEach(line -> lines.add(" ".repeat(indent) + line));
    }

    /** Adds a key with mappings: one on the line of the key if it fits, else a list. */
    public void mappings(int indent, String key, List<Map<String, List<String>>> mappings) {
        String one = mappings.size() == 1 ? " ".repeat(indent) + name(key) + ": " + inFlow(mappings.get(0)) : "";
        if (!one.isEmpty() && one.length() <= width) {
            lines.add(one);
        } else if (!mappings.isEmpty()) {
            key(indent, key);
            mappings.forEach(mapping -> item(indent + 2, mapping));
        }
    }

    /** Adds a mapping as an item of a list: on one line, {@code {words: x, in: [2]}}, if it fits. */
    public void item(int indent, Map<String, List<String>> mapping) {
        String flow = " ".repeat(indent) + "- " + inFlow(mapping);
        if (flow.length() <= width) {
            lines.add(flow);
        } else {
            YamlText block = new YamlText(WIDTH - width + indent + 2);
            mapping.forEach((key, texts) -> block.values(0, key, texts));
            item(indent, block);
        }
    }

    private static String inFlow(Map<String, List<String>> mapping) {
        return mapping.entrySet().stream()
                .map(entry -> name(entry.getKey()) + ": " + inFlow(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String inFlow(List<String> texts) {
        List<String> written = texts.stream()
                .map(text -> isPlainInFlow(text) ? text : quoted(text))
                .toList();
        return written.size() == 1 ? written.get(0) : "[" + String.join(", ", written) + "]";
    }

    private void add(String start, int indent, String text) {
        boolean folds = text.indexOf('\n') < 0 && text.equals(text.strip()) && text.indexOf("  ") < 0;
        if (isPlain(text) && start.length() + text.length() <= width) {
            lines.add(start + text);
        } else if (!folds || start.length() + quoted(text).length() <= width) {
            lines.add(start + quoted(text));
        } else {
            lines.add(start + ">-");
            fold(text, " ".repeat(indent + 2));
        }
    }

    private void fold(String text, String margin) {
        StringBuilder line = new StringBuilder(margin);
        for (String word : text.split(" ")) {
            if (line.length() > margin.length() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(margin);
            }
            line.append(line.length() > margin.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
    }

    private static String name(String key) {
        return isPlain(key) && key.indexOf(':') < 0 ? key : quoted(key);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !UNSAFE.matcher(text).find();
    }

    private static boolean isPlainInFlow(String text) {
        return isPlain(text) && !FLOW_UNSAFE.matcher(text).find();
    }

    private static String quoted(String text) {
        boolean single = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
        if (single && text.chars().noneMatch(Character::isISOControl)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder out = new StringBuilder("\"");
        text.chars()
                .forEach(c -> out.append(
                        switch (c) {
                            case '"' -> "\\\"";
                            case '\\' -> "\\\\";
                            case '\n' -> "\\n";
                            case '\t' -> "\\t";
                            default ->
                                Character.isISOControl(c) ? String.format("\\u%04x", c) : String.valueOf((char) c);
                        }));
        return out.append('"').toString();
    }

    /** The lines, each with a line feed. */
    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    /** Whether there are no lines. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
