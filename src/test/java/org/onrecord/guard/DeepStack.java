// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs code so near to the end of a thread's stack that it overflows somewhere within. */
final class DeepStack {
    private static final int STACK_BYTES = 1 << 18;
    private static final int DISTANCES = 100;

    private final int distance;

    private DeepStack(int distance) {
        this.distance = distance;
    }

    /** Runs a task many times in a thread of its own, each time at another distance from the end of the stack. */
    static void run(int times, Consumer<DeepStack> task) throws InterruptedException, ExecutionException {
        FutureTask<Boolean> all = new FutureTask<>(
                () -> IntStream.range(0, times).forEach(i -> task.accept(new DeepStack(i % DISTANCES))), true);
        new Thread(null, all, "deep stack", STACK_BYTES).start();
        var unused = all.get();
    }

    /** Calls code once near the end of the stack; a StackOverflowError in it is expected. */
    void call(Runnable code) {
        AtomicBoolean called = new AtomicBoolean();
        try {
            descend(() -> {
                if (!called.getAndSet(true)) {
                    code.run();
                }
            });
        } catch (StackOverflowError e) {
            // The stack was used up on purpose.
        }
    }

    /** The number of calls below this one that fit on the stack. */
    @SuppressWarnings("InfiniteRecursion") // that is its purpose
    private int descend(Runnable code) {
        int below;
        try {
            below = 1 + descend(code);
        } catch (StackOverflowError e) {
            below = 0;
        }
        if (below == distance) {
            code.run();
        }
        return below;
    }
}
