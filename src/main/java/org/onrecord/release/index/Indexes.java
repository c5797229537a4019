// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.index;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.onrecord.engine.Change;

/** The indexes of a release, each built at the first request, or made of that of the release before. Thread-safe. */
public final class Indexes {
    /** Changed triples after which an index that nobody requested is built anew. */
    private static final int MOST_TRIPLES = 100_000;

    private final Map<Class<?>, FutureTask<?>> fixed = new ConcurrentHashMap<>();
    private final Map<Class<?>, FutureTask<?>> following = new ConcurrentHashMap<>();

    /** What no index of this release was made of yet. */
    private final Map<Class<?>, Earlier> earlier = new ConcurrentHashMap<>();

    /**
     * An index of an earlier release.
     *
     * @param index the index, which may still be being built
     * @param change the change since
     */
    private record Earlier(Future<?> index, Change change) {}

    /** The indexes of the release after a change. */
    public Indexes next(Change change) {
        Indexes next = new Indexes();
        earlier.forEach((type, known) -> {
            Change since = known.change().then(change);
            if (since.removed().size() + since.added().size() < MOST_TRIPLES) {
                next.earlier.put(type, new Earlier(known.index(), since));
            }
        });
        following.forEach((type, index) -> next.earlier.put(type, new Earlier(index, change)));
        return next;
    }

    /** Returns an index that does not follow changes. Building must not request the same index. */
    public <T> T get(Class<T> type, Supplier<T> build) {
        return run(type, fixed.computeIfAbsent(type, key -> new FutureTask<>(build::get)));
    }

    /**
     * Returns an index that follows changes.
     *
     * @param update makes the index of an earlier one and the change since; empty if it must be built
     */
    public <T> T get(Class<T> type, Supplier<T> build, BiFunction<T, Change, Optional<T>> update) {
        return run(
                type,
                following.computeIfAbsent(
                        type,
                        key -> new FutureTask<>(() -> updated(type, update).orElseGet(build))));
    }

    private <T> Optional<T> updated(Class<T> type, BiFunction<T, Change, Optional<T>> update) {
        return Optional.ofNullable(earlier.remove(type))
                .flatMap(before -> built(type, before.index()).flatMap(index -> update.apply(index, before.change())));
    }

    /** An index, after waiting for it; empty if it could not be built. */
    private static <T> Optional<T> built(Class<T> type, Future<?> index) {
        try {
            return Optional.of(type.cast(await(type, index)));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static <T> T run(Class<T> type, FutureTask<?> index) {
        index.run();
        return type.cast(await(type, index));
    }

    private static Object await(Class<?> type, Future<?> index) {
        try {
            return index.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An index of type " + type.getName() + " cannot be built", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while building an index", e);
        }
    }
}
