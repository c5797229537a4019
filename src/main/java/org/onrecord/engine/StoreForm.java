// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The binary form of a store: terms in blocks, then columns of big-endian integers, each after its length. It depends on
 * nothing outside it, but is for one version of the program.
 */
public final class StoreForm {
    private static final int CHUNK = 1 << 16;

    private StoreForm() {}

    /**
     * Writes a store. The stream is not closed.
     *
     * @param label the label of a blank node with a number
     */
    public static void write(Store store, IntFunction<String> label, DataOutputStream out) throws IOException {
        int terms = store.terms();
        out.writeInt(terms);
        for (int first = 1; first <= terms; first += Dictionary.BLOCK) {
            byte[] bytes = TermBlock.bytes(IntStream.range(first, Math.min(first + Dictionary.BLOCK, terms + 1))
                    .mapToObj(id -> store.dictionary().encoded(id, label))
                    .toList());
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        for (Permutation rows : List.of(store.spo(), store.pos(), store.osp())) {
            for (int[] column : rows.columns()) {
                write(column, out);
            }
        }
        for (int[] column : store.members().columns()) {
            write(column, out);
        }
        write(store.inferred(), out);
    }

    private static void write(int[] column, DataOutputStream out) throws IOException {
        out.writeInt(column.length);
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK);
        for (int from = 0; from < column.length; from += CHUNK) {
            int length = Math.min(CHUNK, column.length - from);
            buffer.asIntBuffer().put(column, from, length);
            out.write(buffer.array(), 0, 4 * length);
        }
    }

    /**
     * Reads a store.
     *
     * @throws IOException if the stream ends too early
     */
    public static Store read(DataInputStream in) throws IOException {
        int terms = in.readInt();
        List<byte[]> blocks = new ArrayList<>();
        for (int first = 1; first <= terms; first += Dictionary.BLOCK) {
            byte[] block = new byte[in.readInt()];
            in.readFully(block);
            blocks.add(block);
        }
        // Beside reading the rest.
        CompletableFuture<Dictionary> dictionary = CompletableFuture.supplyAsync(
                () -> new Dictionary(blocks.stream().map(TermBlock::new).toList()));
        Permutation spo = permutation(in);
        Permutation pos = permutation(in);
        Permutation osp = permutation(in);
        Membership members = Membership.of(column(in), column(in), column(in), column(in), column(in), column(in));
        StoreEdit.Columns columns = new StoreEdit.Columns(dictionary.join(), spo, pos, osp, members);
        return new Store(columns, column(in), Statistics.EMPTY, pos.firsts());
    }

    private static Permutation permutation(DataInputStream in) throws IOException {
        return new Permutation(column(in), column(in), column(in));
    }

    private static int[] column(DataInputStream in) throws IOException {
        int[] column = new int[in.readInt()];
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK);
        for (int from = 0; from < column.length; from += CHUNK) {
            int length = Math.min(CHUNK, column.length - from);
            in.readFully(buffer.array(), 0, 4 * length);
            buffer.asIntBuffer().get(column, from, length);
        }
        return column;
    }
}
