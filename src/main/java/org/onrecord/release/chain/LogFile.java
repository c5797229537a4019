// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32C;
import org.onrecord.release.SnapshotFolder;
import org.onrecord.release.chain.ChainRecord.Position;

/**
 * The file of a log of changes. It has entries, each with its length in bytes and its CRC-32C before it: first the places
 * before the records, then the records. An entry at the end that is cut off was not published, and is removed.
 *
 * @param path the file
 */
record LogFile(Path path) {
    private static final int HEAD = 8;
    private static final long MAX_SIZE = 256L << 20;

    /** What a file has. */
    record Content(List<Position> positions, List<ChainRecord> records) {}

    /** Reads the file; nothing if there is none. */
    Content read() throws IOException {
        List<String> entries = Files.exists(path) ? entries(ByteBuffer.wrap(Files.readAllBytes(path))) : List.of();
        List<Position> positions = new ArrayList<>();
        List<ChainRecord> records = new ArrayList<>();
        if (!entries.isEmpty()) {
            for (String line : entries.get(0).lines().toList()) {
                positions.add(position(line));
            }
            for (String entry : entries.subList(1, entries.size())) {
                records.add(ChainRecord.parse(entry));
            }
        }
        return new Content(positions, records);
    }

    private List<String> entries(ByteBuffer bytes) throws IOException {
        List<String> entries = new ArrayList<>();
        int end = 0;
        while (bytes.remaining() >= HEAD) {
            int size = bytes.getInt();
            int checksum = bytes.getInt();
            if (size < 0 || size > bytes.remaining()) {
                break;
            }
            byte[] entry = new byte[size];
            bytes.get(entry);
            if (checksum != checksum(entry)) {
                throw new RecordException("it is damaged at byte " + end);
            }
            entries.add(new String(entry, StandardCharsets.UTF_8));
            end = bytes.position();
        }
        if (end < bytes.limit()) {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.truncate(end);
            }
        }
        return entries;
    }

    private static Position position(String line) throws RecordException {
        String[] parts = line.split(" ");
        try {
            return new Position(parts[0], Long.parseLong(parts[1]), parts[2]);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new RecordException("it is malformed", e);
        }
    }

    /** Adds a record, unless the file is so long that it is better written anew. */
    boolean append(ChainRecord record) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            if (file.size() > MAX_SIZE) {
                return false;
            }
            ByteBuffer entry = ByteBuffer.wrap(entry(record.text()));
            while (entry.hasRemaining()) {
                file.write(entry);
            }
            file.force(false);
        }
        return true;
    }

    /** Replaces the file. */
    void write(Collection<Position> positions, Collection<ChainRecord> records) throws IOException {
        StringBuilder places = new StringBuilder();
        positions.forEach(place -> places.append(place.chain())
                .append(' ')
                .append(place.number())
                .append(' ')
                .append(place.release())
                .append('\n'));
        SnapshotFolder.replace(path, out -> {
            out.write(entry(places.toString()));
            for (ChainRecord record : records) {
                out.write(entry(record.text()));
            }
        });
    }

    private static byte[] entry(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream entry = new ByteArrayOutputStream(HEAD + bytes.length);
        try (DataOutputStream out = new DataOutputStream(entry)) {
            out.writeInt(bytes.length);
            out.writeInt(checksum(bytes));
            out.write(bytes);
        }
        return entry.toByteArray();
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /**
     * Deletes the file, if that can be done: after a restart its places would be given again, to other releases than those
     * that were logged in memory.
     */
    void delete() {
        path.toFile().delete();
    }
}
