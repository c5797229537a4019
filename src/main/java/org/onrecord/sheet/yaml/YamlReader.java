// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML document. */
public final class YamlReader {
    /** The largest sheet, in characters. */
    public static final int MAX_LENGTH = 2 << 20;

    private static final int MAX_DEPTH = 64;
    private static final Position START = new Position(1, 1);

    private final String file;
    private final Iterator<Event> events;

    private YamlReader(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /**
     * Reads a document whose root has keys.
     *
     * @param file the file name for messages
     * @param text its text, without byte order mark
     * @throws BrokenFileException at the first place that is not allowed
     */
    public static YamlNode.Mapping read(String file, String text) {
        if (text.length() > MAX_LENGTH) {
            throw new BrokenFileException(
                    file,
                    START,
                    "The sheet has " + text.length() + " characters; at most " + MAX_LENGTH
                            + " are read. Check that it is a sheet");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_LENGTH)
                .build();
        try {
            return new YamlReader(file, new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            throw new BrokenFileException(
                    file,
                    e.getProblemMark()
                            .or(e::getContextMark)
                            .map(YamlReader::position)
                            .orElse(START),
                    "Invalid YAML: " + e.getProblem() + remedy(e));
        } catch (YamlEngineException e) {
            throw new BrokenFileException(file, START, "Invalid YAML: " + e.getMessage());
        }
    }

    private static String remedy(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("mapping values are not allowed")) {
            return ". Quote a text that contains ': ', or write it below '>-'";
        }
        if (problem.contains("'`'")) {
            return ". Remove the lines with ``` around the sheet";
        }
        return problem.contains("'\\t") || problem.contains("\\t(") || problem.contains("TAB")
                ? ". Indent with blanks, not tabs"
                : "";
    }

    private YamlNode.Mapping document() {
        YamlNode root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, DocumentStart, DocumentEnd, StreamEnd, Comment -> {}
                default -> {
                    if (root != null) {
                        throw broken(event, "A second document begins here; a sheet is one document");
                    }
                    root = node(event, 0);
                }
            }
        }
        if (root instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw new BrokenFileException(
                file,
                root == null ? START : root.position(),
                "A sheet consists of keys with values, such as 'article: x'; see 'onrecord new'");
    }

    private YamlNode node(Event event, int depth) {
        if (event instanceof AliasEvent) {
            throw broken(event, "Aliases ('*') are not allowed in sheets; quote the text, or write it again");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw broken(event, "Anchors ('&') are not allowed in sheets; quote the text");
        }
        if (event instanceof ScalarEvent scalar) {
            checkTag(event, scalar.getTag());
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            if (plain) {
                checkComment(scalar);
            }
            return new YamlNode.Scalar(position(event), scalar.getValue(), plain);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        checkTag(event, start.getTag());
        if (depth >= MAX_DEPTH) {
            throw broken(event, "Nested more than " + MAX_DEPTH + " deep");
        }
        boolean flow = start.getFlowStyle() == FlowStyle.FLOW;
        return event instanceof MappingStartEvent ? mapping(event, flow, depth + 1) : sequence(event, flow, depth + 1);
    }

    private YamlNode sequence(Event start, boolean flow, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth));
        }
        return new YamlNode.Sequence(position(start), items, flow);
    }

    private YamlNode mapping(Event start, boolean flow, int depth) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (!(node(next, depth) instanceof YamlNode.Scalar key)) {
                throw broken(next, "A key is a text; quote it if it begins with '[' or '{'");
            }
            Position before = keys.put(key.text(), key.position());
            if (before != null) {
                throw broken(next, "The key '" + key.text() + "' occurs again; it is already at " + before);
            }
            values.put(key.text(), node(events.next(), depth));
        }
        return new YamlNode.Mapping(position(start), values, keys, flow);
    }

    private void checkTag(Event event, Optional<?> tag) {
        if (tag.isPresent()) {
            throw broken(event, "Tags ('!') are not allowed in sheets; quote a text that begins with '!'");
        }
    }

    /** A {@code #} after words begins a comment in YAML, which would cut words off without notice. */
    private void checkComment(ScalarEvent scalar) {
        Mark end = scalar.getEndMark().orElseThrow();
        int[] text = end.getBuffer();
        int at = end.getPointer();
        while (at < text.length && (text[at] == ' ' || text[at] == '\t')) {
            at++;
        }
        if (at > end.getPointer() && at < text.length && text[at] == '#') {
            throw new BrokenFileException(
                    file,
                    position(end),
                    "'#' after words begins a comment; quote the text, or give the comment a line of its own");
        }
    }

    private BrokenFileException broken(Event event, String problem) {
        return new BrokenFileException(file, position(event), problem);
    }

    private static Position position(Event event) {
        return event.getStartMark().map(YamlReader::position).orElse(START);
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1L, mark.getColumn() + 1L);
    }
}
