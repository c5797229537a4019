// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The dumps that can be downloaded: those of the current release or, while they are being written, those of the last release
 * that has them. So dumps can be had from a server whose releases follow each other faster than dumps are written. Thread-safe.
 */
public final class DumpShelf {
    private final AtomicReference<@Nullable PublishedDumps> last = new AtomicReference<>();
    private final AtomicReference<@Nullable PublishedDumps> next = new AtomicReference<>();

    /**
     * The files of the current release, or of an earlier one.
     *
     * @param current the dumps of the current release
     * @throws org.onrecord.http.ProblemException 503 if there are no earlier ones, and writing takes longer than 20 seconds
     */
    PublishedDumps.Written files(PublishedDumps current) {
        Optional<PublishedDumps.Written> before = earlier(current);
        if (before.isPresent()) {
            return before.get();
        }
        PublishedDumps.Written written = current.files();
        last.set(current);
        return written;
    }

    private synchronized Optional<PublishedDumps.Written> earlier(PublishedDumps current) {
        PublishedDumps writing = next.get();
        if (writing != null && writing.written().isPresent()) {
            last.set(writing);
        }
        PublishedDumps before = last.get();
        if (before == null || current.written().isPresent()) {
            return Optional.empty();
        }
        Optional<PublishedDumps.Written> files = before.written();
        boolean free = writing == null || !writing.isWriting();
        if (files.isPresent() && free && !current.start().isDone()) {
            next.set(current);
        }
        return files;
    }
}
