// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.onrecord.knowledge.Loading;
import org.onrecord.knowledge.Snapshot;
import org.onrecord.validation.Severity;
import org.onrecord.vocabulary.Rec;

/**
 * What {@code serve} says once it answers: what was loaded, how long it took, three addresses to try.
 *
 * @param ready what was loaded
 * @param url the server's address, ending in {@code /}
 */
record Banner(Loading.Ready ready, String url) {
    private static final String WHO_SAID_WHAT = """
            PREFIX rec: <https://w3id.org/onrecord/ontology#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?who ?what ?through WHERE {
              ?s rec:about <https://w3id.org/onrecord/id/corridor/zangezur> ;
                 rec:speaker/skos:prefLabel ?who ; rec:content ?what .
              OPTIONAL { ?s rec:via/skos:prefLabel ?through }
            }""";

    private static final String COUNTS = """
            PREFIX rec: <https://w3id.org/onrecord/ontology#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?who (COUNT(?s) AS ?statements) WHERE {
              ?s rec:speaker/skos:prefLabel ?who
            } GROUP BY ?who ORDER BY DESC(?statements) ?who""";

    void print(PrintWriter out) {
        Snapshot snapshot = ready.snapshot();
        out.printf("%nOn Record, release %s%n", snapshot.release().hash());
        out.printf(
                Locale.ROOT,
                "  %d statements and %d mentions in %d articles, %d claims: %,d triples in %d graphs%n",
                snapshot.count(Rec.STATEMENT),
                snapshot.count(Rec.MENTION),
                snapshot.count(Rec.ARTICLE),
                snapshot.count(Rec.CLAIM),
                snapshot.everything().size(),
                snapshot.release().graphs().size());
        long warnings = ready.report().count(Severity.WARNING);
        out.printf("  checked: no violation, %d warning%s%n", warnings, warnings == 1 ? "" : "s");
        out.printf(Locale.ROOT, "  answering after %.1f s, at %ssparql%n", sinceStart(), url);
        out.println("\nThree addresses to try:");
        out.println("  who stated what about the Zangezur corridor, as CSV");
        out.println("    " + address(WHO_SAID_WHAT, "csv"));
        out.println("  how many statements each speaker has, as text");
        out.println("    " + address(COUNTS, "text"));
        out.println("  one statement and all its evidence, as Turtle");
        out.println("    " + address("DESCRIBE <https://w3id.org/onrecord/id/statement/b-01>", "turtle"));
        out.println("\nStop with Ctrl-C.");
        out.flush();
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
