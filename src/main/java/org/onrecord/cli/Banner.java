// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.onrecord.release.Loading;
import org.onrecord.release.Release;
import org.onrecord.validation.Severity;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/**
 * The start message of {@code serve}: loaded data, start time, and three example URLs.
 *
 * @param ready the loaded release
 * @param url the server's address, ending in {@code /}
 */
record Banner(Loading.Ready ready, String url) {
    void print(PrintWriter out) {
        Release release = ready.release();
        out.printf("%nOn Record, release %s%n", release.hash());
        out.printf(
                Locale.ROOT,
                "  %d statements and %d mentions in %d articles, %d claims: %,d triples in %d graphs%n",
                release.count(Rec.STATEMENT),
                release.count(Rec.MENTION),
                release.count(Rec.ARTICLE),
                release.count(Rec.CLAIM),
                release.everything().size(),
                release.graphs().size());
        long warnings = ready.report().count(Severity.WARNING);
        out.printf("  checked: no violation, %d warning%s%n", warnings, warnings == 1 ? "" : "s");
        out.printf(Locale.ROOT, "  answering after %.1f s: pages at %s, SPARQL at %ssparql%n", sinceStart(), url, url);
        out.println("\nThree questions to try:");
        out.println("  who stated what about the Zangezur corridor, as CSV");
        out.println("    " + address(query("who-said-what"), "csv"));
        out.println("  how many statements each speaker has, as text");
        out.println("    " + address(query("statements-by-speaker"), "text"));
        out.println("  one statement and all its evidence, as Turtle");
        out.println("    " + address("DESCRIBE <" + Namespace.THINGS + "statement/b-01>", "turtle"));
        out.println("\nStop with Ctrl-C.");
        out.flush();
    }

    /** A bundled query. */
    private static String query(String name) {
        try (InputStream file = Banner.class.getResourceAsStream(name + ".rq")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bundled query '" + name + "'", e);
        }
    }

    private String address(String query, String output) {
        return url + "sparql?output=" + output + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** Seconds since the virtual machine started. */
    private static double sinceStart() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
    }
}
