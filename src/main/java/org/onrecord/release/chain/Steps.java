// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.release.Loading;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.ReleaseHash;

/**
 * Applies records to a release, one after the other. Each step is checked by its hash; the dataset is made once, for the last
 * release. Not thread-safe.
 */
public final class Steps {
    private final Loading.Ready before;
    private final Map<String, Graph> changed = new HashMap<>();
    private final List<ChainRecord> applied = new ArrayList<>();
    private ReleaseHash hashes;

    /** Starts at a release. */
    public Steps(Loading.Ready before) {
        this.before = before;
        this.hashes = before.release().hashes();
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
        return Optional.ofNullable(changed.get(name))
                .orElseGet(() -> before.release().dataset().getGraph(NodeFactory.createURI(name)));
    }

    /** The release after the applied records. */
    public Loading.Ready result(ReceivedReleases releases) {
        return applied.isEmpty() ? before : releases.next(before, changed);
    }

    /**
     * Brings a release that was stored forward to the last one of a log.
     *
     * @return empty if the log does not lead there
     */
    public static Optional<Loading.Ready> replay(Loading.Ready stored, ChangeLog log, ReceivedReleases releases) {
        Optional<List<ChainRecord>> records = log.since(stored.release().hash(), Long.MAX_VALUE);
        Steps steps = new Steps(stored);
        try {
            for (ChainRecord record : records.orElse(List.of())) {
                steps.apply(record);
            }
        } catch (RecordException e) {
            return Optional.empty();
        }
        return records.map(all -> steps.result(releases));
    }
}
