// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private static final String PROXY = "10.0.0.1";

    @Test
    void believesTheProxyAndNobodyBeforeIt() {
        Clients behind = new Clients(true);
        assertThat(behind.of(PROXY, List.of())).isEqualTo(PROXY);
        assertThat(behind.of(PROXY, List.of("203.0.113.7, 198.51.100.9"))).isEqualTo("198.51.100.9");
        assertThat(behind.of(PROXY, List.of("203.0.113.7", "198.51.100.9"))).isEqualTo("198.51.100.9");
    }

    @Test
    void believesNobodyWithoutAProxy() {
        assertThat(new Clients(false).of(PROXY, List.of("203.0.113.7"))).isEqualTo(PROXY);
    }
}
