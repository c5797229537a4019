// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.guard.Limits;
import org.onrecord.server.Address;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;

/** Pages that answer questions keep the limits that /sparql keeps. */
@DisplayName("limit => page")
class PageLimitsTest {
    private static final int ROWS = 3;

    @ParameterizedTest(name = "an answer of more than 3 rows => 422 at {0} as {1}")
    @CsvSource({
        "/queries/statements, text/html",
        "/queries/statements, text/csv",
        "/statements.csv, */*",
        "/statements.ttl, */*",
        "/timeline.csv, */*"
    })
    void refusesTooManyRows(String path, String accept) {
        HttpResponse<String> answer = read(limits(ROWS, 64L << 20), path, accept);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("3 rows");
    }

    @ParameterizedTest(name = "memory of 4 KiB => 503 at {0}")
    @ValueSource(strings = {"/queries/statements", "/statements.ttl"})
    void refusesWhatHoldsTooMuch(String path) {
        HttpResponse<String> answer = read(limits(100_000, 4 << 10), path, "text/html, text/turtle;q=0.5");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    }

    private static Limits limits(int rows, long memory) {
        return new Limits(Duration.ofSeconds(10), rows, 16L << 20, memory, 16, 16, 4);
    }

    private static HttpResponse<String> read(Limits limits, String path, String accept) {
        RunningSite site = RunningSite.get();
        try (ReadServer server =
                site.again(ServerOptions.at(new Address("127.0.0.1", 0)).with(limits))) {
            return new RunningSite(server.url(), site.loaded(), site.catalogue()).read(path, "Accept", accept);
        }
    }
}
