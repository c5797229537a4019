// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.sheet.yaml.YamlNode;
import org.onrecord.sheet.yaml.YamlNode.Mapping;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.sheet.yaml.YamlNode.Sequence;
import org.onrecord.sheet.yaml.YamlReader;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.onrecord.vocabulary.JsonText;

/**
 * The sheet in a model's answer: YAML or JSON, bare or in a fenced code block, with other text around it.
 *
 * @param text the answer; JSON on lines of its own, which positions refer to
 * @param sheet the same with empty lines in place of what is not the sheet, so that each line keeps its number
 */
public record SheetAnswer(String text, String sheet) {
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(`{3,}|~{3,}).*");
    private static final Pattern KEY =
            Pattern.compile("[\"']?(?:article|names|loaded|occasions|translations|new|statements)[\"']?\\s*:.*");
    private static final String THOUGHT = "</think>";

    /** Lines of an answer, from the first to before the last. */
    private record Block(int from, int to) {}

    /** Finds the sheet in an answer. */
    public static SheetAnswer of(String answer) {
        List<String> lines = new ArrayList<>(answer.strip().lines().toList());
        for (int i = lines.size() - 1, thought = -1; i >= 0; i--) {
            thought = thought < 0 && lines.get(i).contains(THOUGHT) ? i : thought;
            if (i <= thought) {
                int end = lines.get(i).lastIndexOf(THOUGHT);
                lines.set(i, i == thought ? lines.get(i).substring(end + THOUGHT.length()) : "");
            }
        }
        Block block = fenced(lines).or(() -> bare(lines)).orElse(new Block(0, lines.size()));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean within = i >= block.from() && i < block.to();
            text.append(within ? lines.get(i) : "").append('\n');
        }
        String sheet = text.toString();
        return json(sheet)
                .map(json -> new SheetAnswer(json, json))
                .orElseGet(() -> new SheetAnswer(answer.strip() + "\n", sheet));
    }

    /** Of the fenced blocks the longest with a key of sheets. A block that is not closed ends with the answer. */
    private static Optional<Block> fenced(List<String> lines) {
        Optional<Block> best = Optional.empty();
        int open = -1;
        String fence = "";
        for (int i = 0; i <= lines.size(); i++) {
            Matcher matcher = FENCE.matcher(i < lines.size() ? lines.get(i) : fence);
            if (!matcher.matches()) {
                continue;
            }
            if (open < 0) {
                open = i + 1;
                fence = matcher.group(1);
            } else if (matcher.group(1).startsWith(fence)) {
                Block block = new Block(open, Math.min(i, lines.size()));
                boolean longer = best.filter(other -> other.to() - other.from() >= block.to() - block.from())
                        .isEmpty();
                best = hasKey(lines, block) && longer ? Optional.of(block) : best;
                open = -1;
            }
        }
        return best;
    }

    private static boolean hasKey(List<String> lines, Block block) {
        return lines.subList(block.from(), block.to()).stream()
                .map(line -> line.strip().replaceFirst("^\\{\\s*", ""))
                .anyMatch(line -> KEY.matcher(line).matches());
    }

    /** From the first line that begins an object of JSON or has a key of sheets. An object ends with its last brace. */
    private static Optional<Block> bare(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("{")) {
                int last = lines.size() - 1;
                while (last > i && !lines.get(last).stripTrailing().endsWith("}")) {
                    last--;
                }
                return Optional.of(new Block(i, last + 1));
            }
            if (KEY.matcher(lines.get(i)).matches()) {
                return Optional.of(new Block(i, lines.size()));
            }
        }
        return Optional.empty();
    }

    /**
     * The keys and values of the sheet, without those that are null or empty, which some models write for what is absent.
     *
     * @param file the name of the sheet, for messages
     * @throws BrokenFileException if it is neither YAML nor JSON
     */
    public Mapping read(String file) {
        return (Mapping) withoutAbsent(YamlReader.read(file, sheet));
    }

    /** JSON with its own escapes and blanks, some of which YAML does not have. */
    private static Optional<String> json(String sheet) {
        return sheet.strip().startsWith("{") ? BoundedJson.object(sheet).map(JsonText::of) : Optional.empty();
    }

    private static YamlNode withoutAbsent(YamlNode node) {
        if (node instanceof Sequence list) {
            List<YamlNode> items = list.items().stream()
                    .map(SheetAnswer::withoutAbsent)
                    .filter(item -> !isAbsent(item))
                    .toList();
            return new Sequence(list.position(), items, list.flow());
        }
        if (node instanceof Mapping mapping) {
            Map<String, YamlNode> values = new LinkedHashMap<>();
            Map<String, Position> keys = new LinkedHashMap<>();
            mapping.values().forEach((key, value) -> {
                YamlNode rest = withoutAbsent(value);
                if (!isAbsent(rest)) {
                    values.put(key, rest);
                    keys.put(key, mapping.position(key));
                }
            });
            return new Mapping(mapping.position(), values, keys, mapping.flow());
        }
        return node;
    }

    private static boolean isAbsent(YamlNode node) {
        return node instanceof Scalar scalar
                ? scalar.text().isBlank() || scalar.plain() && scalar.text().matches("null|Null|NULL|~")
                : node instanceof Sequence list && list.items().isEmpty();
    }
}
