// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/** Registers {@link StoreEngine} when Jena starts, for queries without a guard: rules, shapes and checks. */
public final class EngineSubsystem implements JenaSubsystemLifecycle {
    private static final int AFTER_ARQ = 100;

    @Override
    public void start() {
        StoreEngine.install();
    }

    @Override
    public void stop() {}

    @Override
    public int level() {
        return AFTER_ARQ;
    }
}
