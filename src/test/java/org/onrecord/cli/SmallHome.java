// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home on disk with two terms, one shape, one data file and its base. */
final class SmallHome {
    static final String PREFIXES = """
            @prefix rec: <https://w3id.org/onrecord/ontology#> .
            @prefix recs: <https://w3id.org/onrecord/shapes#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            """;

    private SmallHome() {}

    static Path write(Path home) throws IOException {
        file(home, "ontology/onrecord.ttl", "rec:Person a sh:Thing . rec:name a sh:Thing . rec:remedy a sh:Thing .");
        file(home, "ontology/shapes/person.ttl", """
                recs:name a sh:PropertyShape ; sh:targetClass rec:Person ;
                    sh:path rec:name ; sh:minCount 1 ;
                    sh:message "A person has no name." ; rec:remedy "Give it one with rec:name." .
                """);
        file(home, "data/people.ttl", "<https://w3id.org/onrecord/id/person/anna> a rec:Person ; rec:name \"Anna\" .");
        file(
                home,
                "data/dataset.ttl",
                "<https://w3id.org/onrecord/dataset> <http://rdfs.org/ns/void#uriSpace> \"https://w3id.org/onrecord/id/\" .");
        Files.createDirectories(home.resolve("queries"));
        return home;
    }

    static Path file(Path home, String name, String body) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, PREFIXES + body);
    }
}
