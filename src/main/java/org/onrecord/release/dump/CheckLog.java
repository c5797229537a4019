// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.line.GraphSorter;
import org.onrecord.source.BrokenFileException;

/** Collects results of a release check. */
final class CheckLog {
    private static final String AGAIN = "; download or export it again";

    private final SortedSet<String> examined = new TreeSet<>();
    private final SortedSet<String> changed;
    private final SortedSet<String> same = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    CheckLog() {
        this.changed = new TreeSet<>();
    }

    /** A log for a part of the check, which knows the files that were compared before. */
    CheckLog(CheckLog whole) {
        this.changed = new TreeSet<>(whole.changed);
        this.same.addAll(whole.same);
    }

    /** Adds the results of a part of the check. */
    void add(CheckLog part) {
        examined.addAll(part.examined);
        same.addAll(part.same);
        faults.addAll(part.faults);
    }

    /** Reports a fault. */
    void fault(String sentence) {
        faults.add(sentence);
    }

    /** Reports a modified file. */
    void changed(String file, String why) {
        changed.add(file);
        faults.add(file + ": changed; " + why + AGAIN);
    }

    /** Reports an incorrect file. */
    void wrong(String file, String why) {
        examined.add(file);
        faults.add(file + ": " + why);
    }

    /** Reports a file that matches the graphs. */
    void same(String file) {
        examined.add(file);
        same.add(file);
    }

    /** Whether a file matches the graphs and its checksum. */
    boolean isAsWritten(String file) {
        return same.contains(file) && !changed.contains(file);
    }

    boolean hasChanged() {
        return !changed.isEmpty();
    }

    /** Reads a dump, or reports that it cannot be parsed. */
    Optional<DumpContent> read(Path file, GraphSorter sorter) {
        try {
            examined.add(file.getFileName().toString());
            return Optional.of(DumpContent.of(file, sorter));
        } catch (BrokenFileException e) {
            faults.add(e.getMessage() + AGAIN);
            return Optional.empty();
        }
    }

    /**
     * The result.
     *
     * @param quads the N-Quads, if readable
     * @param listed the files with checksums
     */
    ReleaseCheck.Result result(Optional<DumpContent> quads, Collection<String> listed) {
        SortedSet<String> summed = new TreeSet<>(listed);
        summed.removeAll(examined);
        summed.removeAll(changed);
        return new ReleaseCheck.Result(
                quads.map(DumpContent::release).orElse(new ReleaseHash(new TreeMap<>())),
                quads.map(DumpContent::triples).orElse(0L),
                List.copyOf(same),
                List.copyOf(summed),
                faults);
    }
}
