// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {
    @Test
    void returnsMessageOrClassName() {
        assertThat(Reason.of(new IllegalStateException("the disk is full"))).isEqualTo("the disk is full");
        assertThat(Reason.of(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(Reason.of(new IllegalStateException(" "))).isEqualTo("IllegalStateException");
    }
}
