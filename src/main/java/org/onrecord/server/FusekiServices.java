// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.onrecord.http.Routes;

/**
 * The dataset as services of Fuseki: query at {@code /sparql}, Graph Store reads at {@code /data}. Fuseki selects
 * the operation of a request and calls this processor.
 *
 * <p>Each operation is a separate service with an unnamed endpoint: a single service at {@code /} would also receive the
 * requests for pages.
 *
 * @param routes handle the requests
 */
record FusekiServices(Routes routes) implements ActionProcessor {
    DataService query() {
        return service(Operation.Query);
    }

    DataService graphStore() {
        return service(Operation.GSP_R);
    }

    /** Uses the release that was current when the request arrived. */
    @Override
    public void process(HttpAction action) {
        action.getResponse().setHeader("Fuseki-Request-Id", null);
        try {
            routes.service(action.getRequest(), action.getResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private DataService service(Operation operation) {
        Endpoint endpoint =
                Endpoint.create().operation(operation).processor(this).build();
        return DataService.newBuilder(new CurrentDataset(routes))
                .addEndpoint(endpoint)
                .build();
    }

    /** The dataset of the current release; it must not hold the first one. */
    private static final class CurrentDataset extends DatasetGraphWrapper {
        private final Routes routes;

        CurrentDataset(Routes routes) {
            super(DatasetGraphFactory.empty());
            this.routes = routes;
        }

        @Override
        protected DatasetGraph get() {
            return routes.current().dataset();
        }
    }
}
