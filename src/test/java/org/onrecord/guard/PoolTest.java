// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PoolTest {
    private final Pool pool = new Pool(1000);

    @Test
    @DisplayName("the stack overflows anywhere in reserving and releasing => no memory is lost, none is released twice")
    void stackOverflowKeepsMemory() throws Exception {
        DeepStack.run(2000, stack -> {
            Pool.Account account = pool.account();
            stack.call(() -> {
                account.reserve(10);
                account.release(5);
            });
            account.close();
        });
        assertThat(pool.used()).isZero();
    }
}
