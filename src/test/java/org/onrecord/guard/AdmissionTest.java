// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(new Limits(Duration.ofSeconds(1), 1, 1, 1, 4, 3, 1));
    private final List<String> ended = new ArrayList<>();

    @Test
    @DisplayName("limit reached => evicts the oldest query of the client with the most queries")
    void evictsQueryOfClientWithMostQueries() {
        enter("a", "a1");
        enter("a", "a2");
        enter("a", "a3");
        enter("b", "b1");
        assertThat(enter("c", "c1")).isEmpty();
        assertThat(ended).containsExactly("a1");
        assertThat(admission.running()).isEqualTo(4);
    }

    @Test
    @DisplayName("limit reached, no client has two queries more => busy, nothing is evicted")
    void rejectsClientWithEqualCount() {
        enter("a", "a1");
        enter("a", "a2");
        enter("b", "b1");
        enter("b", "b2");
        enter("c", "c1");
        assertThat(enter("c", "c2")).contains(Refusal.Kind.BUSY.name());
        assertThat(ended).hasSize(1);
    }

    @Test
    @DisplayName("limit per client reached => rejected, although the total limit is not")
    void rejectsMoreThanLimitPerClient() {
        enter("a", "a1");
        enter("a", "a2");
        enter("a", "a3");
        assertThat(enter("a", "a4")).contains(Refusal.Kind.CLIENT.name());
        assertThat(admission.running()).isEqualTo(3);
    }

    @Test
    @DisplayName("an evicted query leaves => it is counted once")
    void countsEvictedQueryOnce() {
        List<Admission.Query> queries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Admission.Query query = new Ended("a" + i);
            queries.add(query);
            admission.enter("a", query);
        }
        enter("b", "b1");
        enter("c", "c1");
        queries.forEach(query -> admission.leave("a", query));
        assertThat(admission.running()).isEqualTo(2);
    }

    private List<String> enter(String client, String name) {
        return admission
                .enter(client, new Ended(name))
                .map(refusal -> refusal.kind().name())
                .stream()
                .toList();
    }

    /** Records its eviction. */
    private final class Ended implements Admission.Query {
        private final String name;

        Ended(String name) {
            this.name = name;
        }

        @Override
        public void accept(Refusal refusal) {
            ended.add(name);
        }
    }
}
