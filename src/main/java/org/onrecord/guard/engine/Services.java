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
 * The endpoints that SERVICE may ask: those that the operator named, letter by letter, and no other. Redirects are not
 * followed, so that an endpoint cannot send a request elsewhere. The operator, and nobody else, may name another address
 * that stands in for an endpoint, such as a mirror of Wikidata.
 *
 * @param allowed their addresses as a query writes them, to the addresses that are asked
 */
public record Services(Map<String, String> allowed) {
    /** Nowhere. */
    public static final Services NONE = new Services(Map.of());

    private static final Pattern SEPARATOR = Pattern.compile("=(?=https?://)");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Services {
        allowed = Map.copyOf(allowed);
    }

    /** The endpoints of a list, each {@code URL}, or {@code URL=URL} where the second is asked in place of the first. */
    public static Services of(Collection<String> allowed) {
        Map<String, String> asked = new HashMap<>();
        allowed.forEach(entry -> {
            String[] addresses = SEPARATOR.split(entry, 2);
            asked.put(addresses[0], addresses[addresses.length - 1]);
        });
        return new Services(asked);
    }

    /** Whether a query may ask an endpoint. */
    public boolean allows(String endpoint) {
        return allowed.containsKey(endpoint);
    }

    /** Why a query may not ask an endpoint. */
    static Refusal refusal(String endpoint) {
        return new Refusal(
                Refusal.Kind.FEATURE,
                "SERVICE %s is refused: no endpoint is asked but those that the operator allows (--allow-service). Ask it yourself, and join there."
                        .formatted(endpoint));
    }

    /** Lets a process call endpoints at all, if there is one to call. For Jena a switch of the whole process. */
    public void enable() {
        ARQ.globalServiceAllowed = !allowed.isEmpty();
    }

    /** Puts the only way to an endpoint into an execution's context. */
    void install(Context context, Duration time) {
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.addSingleLink(new AllowlistExecutor());
        ServiceExecutorRegistry.set(context, registry);
        context.set(ARQ.httpQueryClient, CLIENT);
        context.set(ARQ.httpQueryTimeout, time.toMillis());
    }

    /** Calls the endpoints that are allowed, whatever other executors are registered. */
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
            OpService there = new OpService(asked, call.getSubOp(), call.getServiceElement(), call.getSilent());
            return ServiceExecutorRegistry.httpService.createExecution(there, original, row, context);
        }
    }
}
