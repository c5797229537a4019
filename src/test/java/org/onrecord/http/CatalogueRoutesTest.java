// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.http.RunningSite.header;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.query.Question;
import org.onrecord.site.kind.Filter;

class CatalogueRoutesTest {
    private final RunningSite site = RunningSite.get();

    static Stream<String> questions() {
        return RunningSite.get().catalogue().questions().stream().map(Question::name);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersEveryExampleToPeopleAndPrograms(String name) {
        Question question = site.catalogue().find(name).orElseThrow();
        question.examples().forEach(example -> {
            String page = Filter.href("/queries/" + name, example.values());
            assertThat(site.read(page, "Accept", "text/html").statusCode()).isEqualTo(200);
            String program = question.query().isSelectType() ? "text/csv" : "text/turtle, application/json;q=0.5";
            HttpResponse<String> answer = site.read(page, "Accept", program);
            // This server allows no other endpoint.
            assertThat(answer.statusCode())
                    .as(answer.body())
                    .isEqualTo(question.about().service() ? 422 : 200);
            assertThat(answer.body()).isNotBlank();
        });
        assertThat(site.read("/queries/" + name + ".rq").body()).isEqualTo(question.source());
    }

    @Test
    void listsEveryQuestionInOpenApi() {
        JsonObject document = Json.createReader(
                        new StringReader(site.read("/openapi.json").body()))
                .readObject();
        assertThat(document.getString("openapi")).startsWith("3.1");
        JsonObject paths = document.getJsonObject("paths");
        assertThat(questions())
                .allSatisfy(name -> assertThat(paths.getJsonObject("/queries/" + name)
                                .getJsonObject("get")
                                .getString("operationId"))
                        .isEqualTo(name));
        JsonObject about = paths.getJsonObject("/queries/who-stated-what")
                .getJsonObject("get")
                .getJsonArray("parameters")
                .getJsonObject(0);
        assertThat(about.getString("name")).isEqualTo("about");
        assertThat(about.getBoolean("required")).isTrue();
    }

    @Test
    void namesTheNearestParameter() {
        HttpResponse<String> answer = site.read("/queries/who-stated-what.json?abuot=corridor/maren-rail-link");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("'abuot'").contains("similar: 'about'");
        HttpResponse<String> page = site.read("/queries/who-stated-what?abuot=x", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("abuot");
    }

    @Test
    void givesTheFormatThatTheParameterNames() {
        String question = "/queries/who-stated-what?about=corridor/maren-rail-link&format=";
        HttpResponse<String> csv = site.read(question + "csv");
        HttpResponse<String> spreadsheet = site.read(question + "spreadsheet");
        assertThat(spreadsheet.statusCode()).isEqualTo(200);
        assertThat(spreadsheet.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(csv.headers().firstValue("ETag"));
    }

    @Test
    void namesTheNearestQuestion() {
        HttpResponse<String> answer = site.read("/queries/who-stated-wat");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).containsPattern("\"near\": \\[\\s+\"/queries/who-stated-what\"");
        HttpResponse<String> page = site.read("/queries/who-stated-wat", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("<a href=\"/queries/who-stated-what\">")
                .doesNotContain("h-cite");
    }

    @Test
    void leadsFromPageToPage() {
        String first = "/queries/who-stated-what.csv?about=region/hesta&limit=2";
        HttpResponse<String> answer = site.read(first);
        assertThat(header(answer, "Link"))
                .contains("</queries/who-stated-what.csv?about=region/hesta&limit=2&offset=2>; rel=\"next\"");
        HttpResponse<String> second = site.read(first + "&offset=2");
        assertThat(header(second, "Link")).contains("offset=0>; rel=\"prev\"");
        assertThat(second.body()).isNotEqualTo(answer.body());
        assertThat(header(site.read(first.replace("limit=2", "limit=500")), "Link"))
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void leavesTheLinksOfACopyThatIsStillRight() {
        String first = "/queries/who-stated-what.json?about=region/hesta&limit=2";
        HttpResponse<String> same = site.read(first, "If-None-Match", header(site.read(first), "ETag"));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(header(same, "Link")).isEmpty();
    }

    @Test
    void refusesMoreParametersThanItReads() {
        HttpResponse<String> answer = site.read("/sparql?query=ASK%7B%7D" + "&a=b".repeat(1000));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void exportsTheFilteredTable() {
        HttpResponse<String> answer = site.read("/statements?speaker=person/joren-hask&format=csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines().skip(1)).isNotEmpty().allMatch(line -> line.contains("Hask"));
        assertThat(site.read("/statements.ttl?speaker=person/joren-hask").body())
                .contains("rec:Statement");
        assertThat(site.read("/statements.csv?speeker=x").statusCode()).isEqualTo(422);
    }

    @Test
    void asksAgainByALinkWhereANameWasNotWhole() {
        HttpResponse<String> page = site.read("/queries/who-stated-what?about=rail", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("<a href=\"/queries/who-stated-what?about=corridor/maren-rail-link\">Maren rail link</a>");
    }

    @Test
    void narrowsTheTableByNameAsTheExportDoes() {
        String page = site.read("/statements?speaker=joren+hask", "Accept", "text/html")
                .body();
        assertThat(page).contains("13 statements", "speaker=person/joren-hask");
        assertThat(site.read("/statements.csv?speaker=joren+hask").body().lines())
                .hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"speeker=x", "speaker=nobody-at-all", "from=yesterday", "sort=loudest", "depth=deep"})
    void refusesAFilterThatTheTableCannotHave(String filter) {
        HttpResponse<String> answer = site.read("/statements?" + filter, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(filter.substring(filter.indexOf('=') + 1));
    }

    @Test
    void countsThePlacesWithoutAPointToo() {
        assertThat(site.read("/map.csv").body()).containsPattern("region/hesta,\"upper Maren valley\",,,[1-9]");
        assertThat(site.read("/map.geojson").body()).contains("\"geometry\":null");
    }
}
