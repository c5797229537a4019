// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.time.Duration;
import org.onrecord.guard.Limits;
import org.onrecord.http.RunningSite;
import org.onrecord.server.Address;
import org.onrecord.server.Journal;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;

/** A server for the short slice of the fuzzer: the site with the sample. */
final class LoadFixture {
    private LoadFixture() {}

    /** The whole site with short limits, for random requests. */
    static ReadServer site() {
        Limits limits = new Limits(Duration.ofSeconds(1), 10_000, 4 << 20, 32L << 20, 32, 32, 4);
        Journal mistakes = new Journal(line -> {
            if (line.contains("\"mistake\"")) {
                String text = line.replace("\\u000a", "\n").replace("\\u0009", " ");
                int cause = Math.max(0, text.lastIndexOf("Caused by"));
                System.out.println(text.substring(cause, Math.min(text.length(), cause + 1500)));
            }
        });
        return RunningSite.get()
                .again(ServerOptions.at(new Address("127.0.0.1", 0))
                        .with(limits)
                        .with(mistakes, Journal.SILENT));
    }
}
