// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.function.Consumer;

/** Runs code so near to the end of a thread's stack that it overflows somewhere within. */
final class DeepStack {
    private static final int STACK_BYTES = 1 << 18;
    private static final int DISTANCES = 100;

    private final int distance;

    private DeepStack(int distance) {
        this.distance = distance;
    }

    /** Runs a task many times in a thread of its own, each time at another distance from the end of the stack. */
    static void run(int times, Consumer<DeepStack> task) throws InterruptedException {
        Runnable all = () -> {
            for (int i = 0; i < times; i++) {
                task.accept(new DeepStack(i % DISTANCES));
            }
        };
        Thread thread = new Thread(null, all, "deep stack", STACK_BYTES);
        thread.start();
        thread.join();
    }

    /** Calls code near the end of the stack; a StackOverflowError in it is expected. */
    void call(Runnable code) {
        try {
            descend(code);
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
