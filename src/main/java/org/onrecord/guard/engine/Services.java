// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ChainingServiceExecutor;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.apache.jena.sparql.util.Context;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Refusal;

/**
 * The allowlist of SERVICE endpoints, compared exactly. Redirects are not followed. The operator can map an endpoint to
 * another URL, such as a mirror of Wikidata.
 *
 * @param allowed endpoint URL in the query to the URL that is called
 */
public record Services(Map<String, String> allowed) {
    /** No endpoints. */
    public static final Services NONE = new Services(Map.of());

    private static final Pattern SEPARATOR = Pattern.compile("=(?=https?://)");

    public Services {
        allowed = Map.copyOf(allowed);
    }

    /** Parses a list of {@code URL}, or {@code URL=URL} to call the second instead of the first. */
    public static Services of(Collection<String> allowed) {
        Map<String, String> asked = new HashMap<>();
        allowed.forEach(entry -> {
            String[] addresses = SEPARATOR.split(entry, 2);
            asked.put(addresses[0], addresses[addresses.length - 1]);
        });
        return new Services(asked);
    }

    /** Whether an endpoint is allowed. */
    public boolean allows(String endpoint) {
        return allowed.containsKey(endpoint);
    }

    /** The refusal for an endpoint that is not allowed. */
    static Refusal refusal(String endpoint) {
        return new Refusal(
                Refusal.Kind.FEATURE,
                "SERVICE %s is not allowed: the operator must allow the endpoint (--allow-service). Query the endpoint directly."
                        .formatted(endpoint));
    }

    /** Enables SERVICE in Jena for the whole process if endpoints are allowed, else disables it. */
    public void enable() {
        ARQ.globalServiceAllowed = !allowed.isEmpty();
    }

    /** Installs the executor in an execution context. */
    void install(Context context, Duration time) {
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.addSingleLink(new AllowlistExecutor());
        ServiceExecutorRegistry.set(context, registry);
        context.set(ARQ.httpQueryTimeout, time.toMillis());
    }

    /** Calls only allowed endpoints, and no other registered executors. */
    private final class AllowlistExecutor implements ChainingServiceExecutor {
        @Override
        public QueryIterator createExecution(
                OpService call, OpService original, Binding row, ExecutionContext context, ServiceExecutor next) {
            Budget budget = context.getContext().get(Budget.SYMBOL);
            budget.check();
            if (!call.getService().isURI() || !allows(call.getService().getURI())) {
                throw budget.refuse(refusal(call.getService().toString()));
            }
            Node asked = NodeFactory.createURI(allowed.get(call.getService().getURI()));
            context.getContext().set(ARQ.httpQueryClient, Client.HTTP);
            OpService there = new OpService(asked, call.getSubOp(), call.getServiceElement(), call.getSilent());
            return ServiceExecutorRegistry.httpService.createExecution(there, original, row, context);
        }
    }

    /** Created with the first call, because most servers call no endpoint. */
    private static final class Client {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
