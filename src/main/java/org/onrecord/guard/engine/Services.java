// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.apache.jena.sparql.util.Context;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Refusal;

/**
 * The endpoints that SERVICE may ask: those that the operator named, letter by letter, and no other. Redirects are not
 * followed, so that an endpoint cannot send a request elsewhere.
 *
 * @param allowed their addresses, as a query writes them
 */
public record Services(Set<String> allowed) {
    /** Nowhere. */
    public static final Services NONE = new Services(Set.of());

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Services {
        allowed = Set.copyOf(allowed);
    }

    /** The endpoints of a list. */
    public static Services of(Collection<String> allowed) {
        return new Services(Set.copyOf(allowed));
    }

    /** Whether a query may ask an endpoint. */
    public boolean allows(String endpoint) {
        return allowed.contains(endpoint);
    }

    /** Why a query may not ask an endpoint. */
    static Refusal refusal(String endpoint) {
        return new Refusal(
                Refusal.Kind.FEATURE,
                "SERVICE %s is refused: this server asks no other endpoint%s. Ask the other endpoint yourself, and join there."
                        .formatted(endpoint, " but those that its operator allows"));
    }

    /** Lets a process call endpoints at all, if there is one to call. For Jena a switch of the whole process. */
    public void switchOn() {
        ARQ.globalServiceAllowed = !allowed.isEmpty();
    }

    /** Puts the only way to an endpoint into an execution's context. */
    void install(Context context, Duration time) {
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.addSingleLink(this::call);
        ServiceExecutorRegistry.set(context, registry);
        context.set(ARQ.httpQueryClient, CLIENT);
        context.set(ARQ.httpQueryTimeout, time.toMillis());
    }

    private QueryIterator call(
            OpService call, OpService original, Binding row, ExecutionContext context, ServiceExecutor next) {
        Budget budget = context.getContext().get(Budget.SYMBOL);
        budget.check();
        if (!call.getService().isURI() || !allows(call.getService().getURI())) {
            throw budget.refuse(refusal(call.getService().toString()));
        }
        return ServiceExecutorRegistry.httpService.createExecution(call, original, row, context);
    }
}
