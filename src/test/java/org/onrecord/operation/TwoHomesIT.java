// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SampleHome;
import org.onrecord.cli.Serving;

/** The shipped home and another one, each served by a process, and the question across both that the guide has. */
class TwoHomesIT {
    private static final String ADDRESS = "http://localhost:3031/sparql";
    private static final String ARMENIA = "http://www.wikidata.org/entity/Q399";

    @TempDir
    private static Path folder;

    private static Serving other;
    private static Serving shipped;

    /** The other home is the sample, with one of its states linked to an item that the shipped home knows. */
    @BeforeAll
    static void start() throws IOException {
        Path home = SampleHome.copy(folder.resolve("home"));
        Path links = home.resolve("data/reference/links.ttl");
        String text = Files.readString(links);
        assertThat(text).contains("/Q900000001>");
        Files.writeString(links, text.replace("http://www.wikidata.org/entity/Q900000001", ARMENIA));
        other = Serving.start(folder, "--home", home);
        shipped = Serving.start(folder, "--allow-service", ADDRESS + "=" + other.url() + "sparql");
    }

    @AfterAll
    static void stop() {
        other.close();
        shipped.close();
    }

    @Test
    void joinsWhatBothSayAboutTheSameItem() throws Exception {
        HttpResponse<String> answer = shipped.get(question(), "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith(ARMENIA + ",")
                .contains("Maria Zakharova", "Joren Hask");
    }

    @Test
    void isRefusedByTheServerThatDoesNotAllowIt() throws Exception {
        HttpResponse<String> answer = other.get(question(), "text/csv");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(ADDRESS, "--allow-service");
    }

    private static String question() throws IOException {
        return Guide.example(Guide.REPLICAS, "A question across two homes");
    }
}
