// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.onrecord.release.Loading;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.Release;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.StatedGraphs;

/**
 * Applies records to a release, one after the other. Each step is checked by its hash; the dataset is made once, for the last
 * release. Not thread-safe.
 */
public final class Steps {
    private final StatedGraphs before;
    private final Map<String, Graph> changed = new HashMap<>();
    private final List<ChainRecord> applied = new ArrayList<>();
    private ReleaseHash hashes;

    /** Starts at a release. */
    public Steps(Release release) {
        this.before = release.stated();
        this.hashes = release.hashes();
    }

    /** The place after the applied records; empty if none was applied. */
    public Optional<ChainRecord.Position> position() {
        return applied.isEmpty()
                ? Optional.empty()
                : Optional.of(applied.get(applied.size() - 1).position());
    }

    /** The applied records. */
    public List<ChainRecord> applied() {
        return List.copyOf(applied);
    }

    /**
     * Applies a record.
     *
     * @throws RecordException if it is malformed, or does not lead to its release; nothing is applied then
     */
    public void apply(ChainRecord record) throws RecordException {
        Map<String, Graph> graphs = new HashMap<>();
        for (GraphEdit edit : record.edits()) {
            graphs.put(edit.graph(), edit.apply(graph(edit.graph())));
        }
        ReleaseHash next = hashes.with(graphs);
        if (!next.hash().equals(record.position().release())) {
            throw new RecordException("a record leads to " + next.hash() + " and not to its release "
                    + record.position().release());
        }
        changed.putAll(graphs);
        hashes = next;
        applied.add(record);
    }

    private Graph graph(String name) {
        return Optional.ofNullable(changed.get(name)).orElseGet(() -> before.graph(name));
    }

    /** The stated graphs after the applied records. */
    public StatedGraphs stated() {
        return new StatedGraphs(hashes, this::graph);
    }

    /**
     * The release after the applied records.
     *
     * @param start the release before them
     */
    public Loading.Ready result(Loading.Ready start, ReceivedReleases releases) {
        return applied.isEmpty() ? start : releases.next(start, changed);
    }

    /** The steps from a release that was stored to the last one of a log; none if the log does not lead there. */
    public static Steps replay(Release stored, ChangeLog log) {
        Steps steps = new Steps(stored);
        try {
            for (ChainRecord record : log.since(stored.hash(), Long.MAX_VALUE).orElse(List.of())) {
                steps.apply(record);
            }
            return steps;
        } catch (RecordException e) {
            return new Steps(stored);
        }
    }
}
