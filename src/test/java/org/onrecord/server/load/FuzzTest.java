// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onrecord.server.ReadServer;

/** A small slice of what {@link Fuzz} sends. */
class FuzzTest {
    private static final int REQUESTS = 1500;

    @Test
    void answersRandomRequestsWithoutAMistakeOrAHang() {
        try (ReadServer server = LoadFixture.site()) {
            FuzzRun.Result result = new FuzzRun(server.port(), 1).send(REQUESTS);
            assertThat(result.bad()).isEmpty();
            assertThat(result.statuses()).containsKeys(200, 400, 422);
        }
    }
}
