// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.evidence.ArticleText;
import org.onrecord.sheet.propose.SheetProposal;
import org.onrecord.sheet.schema.SheetSchema;
import org.onrecord.sheet.yaml.YamlNode;
import org.onrecord.sheet.yaml.YamlNode.Mapping;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.sheet.yaml.YamlNode.Sequence;
import org.onrecord.source.Position;
import org.onrecord.source.SourceFile;

/**
 * A sheet that a language model proposes: the sections of its answer under a head that the program writes.
 *
 * @param file where it will be written, with the name for messages
 * @param text the text of the article
 * @param root keys and values
 */
public record ProposedSheet(SourceFile file, ArticleText text, Mapping root) {
    private static final Position START = new Position(1, 1);

    /**
     * What the program says of a sheet.
     *
     * @param head what is known of the article
     * @param coder the {@code organization/slug} that stands for the model
     * @param coderName its name
     */
    public record Origin(SourceFile file, ArticleText text, SheetProposal.Known head, String coder, String coderName) {}

    /**
     * Puts an answer under its head and marks each statement as proposed. Of the answer only the sections count that
     * models write: what it says of head, coding, review and properties that have no key is left out.
     */
    public static ProposedSheet of(Origin origin, Mapping answer) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        values.put("article", scalar(origin.head().article()));
        values.put("text", scalar(origin.text().name()));
        origin.head().values().forEach((key, value) -> values.put(key, scalar(value)));
        Map<String, YamlNode> coding = new LinkedHashMap<>();
        coding.put("by", scalar(origin.coder()));
        List.of("guide", "from")
                .forEach(key -> coding.put(key, scalar(origin.head().coding().getOrDefault(key, ""))));
        values.put("coding", mapping(coding, Map.of()));
        SheetSchema.ANSWER_KEYS.forEach(key -> answer.value(key).ifPresent(value -> values.put(key, value)));
        values.put("new", created(answer, origin));
        answer.value("statements").ifPresent(statements -> values.put("statements", proposed(statements)));
        return new ProposedSheet(origin.file(), origin.text(), mapping(values, answer.keys()));
    }

    /** The new things of an answer, and the model as coder. */
    private static Mapping created(Mapping answer, Origin origin) {
        Map<String, YamlNode> things = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        answer.value("new")
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .ifPresent(section -> {
                    things.putAll(section.values());
                    keys.putAll(section.keys());
                });
        things.put(origin.coder(), scalar(origin.coderName()));
        return mapping(things, keys);
    }

    private static YamlNode proposed(YamlNode statements) {
        if (statements instanceof Sequence list) {
            return new Sequence(
                    list.position(),
                    list.items().stream().map(ProposedSheet::proposed).toList(),
                    list.flow());
        }
        if (!(statements instanceof Mapping statement)) {
            return statements;
        }
        Map<String, YamlNode> values =
                new LinkedHashMap<>(withoutProperties(statement).values());
        values.remove("accepted");
        values.put("review", scalar("proposed"));
        statement.value("tells").ifPresent(tells -> values.put("tells", told(tells)));
        statement.value("reports").ifPresent(reports -> values.put("reports", proposed(reports)));
        return new Mapping(statement.position(), values, statement.keys(), statement.flow());
    }

    private static YamlNode told(YamlNode tells) {
        if (tells instanceof Sequence list) {
            List<YamlNode> items = new ArrayList<>();
            list.items().forEach(item -> items.add(told(item)));
            return new Sequence(list.position(), items, list.flow());
        }
        return tells instanceof Mapping told ? withoutProperties(told) : tells;
    }

    private static Mapping withoutProperties(Mapping mapping) {
        Map<String, YamlNode> values = new LinkedHashMap<>(mapping.values());
        values.keySet().removeIf(key -> key.indexOf(':') >= 0);
        return new Mapping(mapping.position(), values, mapping.keys(), mapping.flow());
    }

    private static Scalar scalar(String text) {
        return new Scalar(START, text, false);
    }

    private static Mapping mapping(Map<String, YamlNode> values, Map<String, Position> keys) {
        return new Mapping(START, values, keys, false);
    }
}
