// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {
    @ParameterizedTest
    @EnumSource
    void sayWhatIsWrongAndWhatToDo(ProblemType type) {
        HttpResponse<String> answer = RunningSite.get().read("/problems/" + type.slug(), "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(type.meaning(), type.remedy()).doesNotContain("null");
        assertThat(type.remedy()).endsWith(".").hasSizeGreaterThan(10);
    }
}
