// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.OnRecord;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.Release;
import org.onrecord.site.page.Pages;
import org.onrecord.site.page.Site;
import org.onrecord.source.Home;
import org.onrecord.vocabulary.Namespace;

class GeneratedHomeTest {
    @Test
    void isValid(@TempDir Path home) throws IOException {
        assertThat(GeneratedHome.write(home, 5_000, 1)).isGreaterThan(3_000);
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int code = OnRecord.run(new String[] {"validate", "--home", home.toString()}, writer, writer);
        assertThat(code).as(out.toString()).isZero();
    }

    /** The sample has no thing with so many statements. */
    @Test
    void pagesOfManyStatementsShowTheFirst(@TempDir Path folder) throws IOException {
        GeneratedHome.write(folder, 60_000, 1);
        Home home = Home.at(folder);
        Release release = ((Loading.Ready) new Loader(home, step -> {}).load()).release();
        Pages pages = new Pages(release, Catalogue.of(home).in(release), Site.PLAIN);

        assertThat(pages.thing(Namespace.CODES + "date-basis/stated", false).orElseThrow())
                .containsPattern("The first 100 of [1-9][0-9]{2,}\\.");
        assertThat(pages.thing(Namespace.CODES + "form/indirect", false).orElseThrow())
                .containsPattern(
                        "<a href=\"/statements[?]form=indirect\">[1-9][0-9]{2,} statements as a table, these among them</a>");
        assertThat(pages.thing(release.base().thing("topic/t0"), false).orElseThrow())
                .containsPattern(
                        "<a href=\"/statements[?]topic=topic/t0\">[1-9][0-9]+ statements as a table, these among them</a>");
    }
}
