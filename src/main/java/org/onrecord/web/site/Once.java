// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Something that is made when it is first asked for, and kept: pages that depend on nothing but the release, so that nobody
 * can keep the processors busy with them. Safe for many threads.
 *
 * @param <T> what is made
 */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> making;
    private final Map<Class<?>, T> made = new ConcurrentHashMap<>(1);

    Once(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        return made.computeIfAbsent(Once.class, key -> making.get());
    }
}
