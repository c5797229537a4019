// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.http.Body;
import org.onrecord.http.Conditional;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.http.negotiation.EntityTag;
import org.onrecord.release.dump.Checksums;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;

/** {@code /dumps/FILE}: serves dump files, completely or as a byte range, without content coding. */
record DumpFileHandler(DumpRoutes.Dumps dumps) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    Reply reply(HttpServletRequest request) throws IOException {
        String name = request.getRequestURI().substring("/dumps/".length());
        PublishedDumps.Written written = dumps.shelf().files(dumps.own());
        ReleaseFile file = find(name, written)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "File not found. See /dumps/ for all files."));
        String tag = '"' + file.sha256().substring(0, 32) + '"';
        Reply reply = new Reply(200, Map.of(), Body.none())
                .with("Content-Type", contentType(file))
                .with("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .with("ETag", tag)
                .with("Onrecord-Release", written.manifest().release().hash())
                .with("Accept-Ranges", "bytes")
                .with("Cache-Control", Conditional.KEPT);
        if (EntityTag.matching(request.getHeader("If-None-Match"), tag).isPresent()) {
            return new Reply(304, reply.headers(), Body.none());
        }
        Path path = written.folder().resolve(file.name());
        String range = request.getHeader("Range");
        String condition = request.getHeader("If-Range");
        boolean ranged =
                request.getMethod().equals("GET") && range != null && (condition == null || condition.equals(tag));
        return ranged
                ? ranged(reply, path, ByteRange.of(range, file.bytes()), file.bytes())
                : new Reply(200, reply.headers(), new Body.Stored(path, 0, file.bytes()));
    }

    private static Reply ranged(Reply reply, Path path, Optional<ByteRange> range, long size) {
        if (range.isEmpty()) {
            return new Reply(200, reply.headers(), new Body.Stored(path, 0, size));
        }
        ByteRange part = range.get();
        if (part.length() == 0) {
            throw new ProblemException(
                    Problem.of(ProblemType.NO_SUCH_RANGE, "Range not satisfiable: the file has " + size + " bytes.")
                            .with("Content-Range", part.content(size)));
        }
        Map<String, String> headers =
                reply.with("Content-Range", part.content(size)).headers();
        return new Reply(206, headers, new Body.Stored(path, part.from(), part.length()));
    }

    private static String contentType(ReleaseFile file) {
        return file.mediaType().startsWith("text/") ? file.mediaType() + ";charset=utf-8" : file.mediaType();
    }

    /** Finds a file of the release. Manifest and checksums are not listed in the manifest. */
    private static Optional<ReleaseFile> find(String name, PublishedDumps.Written written) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path path = written.folder().resolve(name);
        if ((name.equals(Manifest.NAME) || name.equals(Checksums.NAME)) && Files.isRegularFile(path)) {
            String type = name.equals(Manifest.NAME) ? "application/json" : "text/plain";
            return Optional.of(ReleaseFile.of(path, type));
        }
        return written.manifest().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
    }
}
