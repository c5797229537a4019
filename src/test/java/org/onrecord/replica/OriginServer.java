// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onrecord.EditedSample;
import org.onrecord.SampleHome;
import org.onrecord.http.ProblemType;
import org.onrecord.release.Loading;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.release.chain.ReleaseChain;
import org.onrecord.server.Address;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.Website;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;

/** A server of a sample that is edited. */
final class OriginServer implements AutoCloseable {
    private final EditedSample sample;
    private final ChangeLog log = ChangeLog.inMemory();
    private final SiteSettings settings =
            new SiteSettings(SampleHome.catalogue(), Site.PLAIN, Origin.ASKED, false).with(ReleaseChain.of(log));
    private final ReadServer server;

    OriginServer(Path folder) throws IOException {
        sample = new EditedSample(folder);
        log.add(sample.ready().release().stated(), sample.ready().release());
        server = ReadServer.start(site(), ServerOptions.at(new Address("127.0.0.1", 0)));
    }

    private Website site() {
        return new Website(sample.ready().release(), settings, Optional.empty());
    }

    EditedSample sample() {
        return sample;
    }

    ChangeLog log() {
        return log;
    }

    String url() {
        return server.url();
    }

    /** Edits and publishes. */
    Loading.Ready edit(String article, String text) {
        return publish(sample.ready(), sample.edit(article, text));
    }

    /** Publishes what was prepared, which takes less than a request may wait. */
    Runnable prepared(Loading.Ready before) {
        Website site = site();
        site.page(ProblemType.GONE);
        return () -> {
            log.add(before.release().stated(), site.release());
            server.show(site);
        };
    }

    Loading.Ready publish(Loading.Ready before, Loading.Ready next) {
        log.add(before.release().stated(), next.release());
        server.show(site());
        return next;
    }

    String release() {
        return sample.ready().release().hash();
    }

    @Override
    public void close() {
        server.close();
    }
}
