// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Writes a home of generated articles. Arguments: folder, number of quads, seed. Ontology and questions are the program's. */
public final class GeneratedHome {
    private static final Path DATASET = Path.of("data/dataset.ttl");

    /** What the rules derive comes on top. */
    private static final double DERIVED = 1.15;

    private GeneratedHome() {}

    public static void main(String[] args) throws IOException {
        long quads = write(Path.of(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]));
        System.out.printf("%,d triples are stated; rules derive the rest%n", quads);
    }

    /** Writes articles until their quads, stated and derived, are about so many. Gives the number of the stated ones. */
    static long write(Path home, long quads, long seed) throws IOException {
        World world = new World(quads, seed);
        Set<Thing> claims = new HashSet<>();
        long stated = new WorldFiles(world).write(home.resolve("data/reference"), Set.copyOf(world.claims));
        for (int number = 1; stated * DERIVED < quads; number++) {
            stated += new ArticleFile(world, number, seed, claims).write(home.resolve("data/articles"));
        }
        new WorldFiles(world).write(home.resolve("data/reference"), claims);
        Files.writeString(
                home.resolve(DATASET),
                Files.readString(DATASET)
                        .replace("<id/corridor/zangezur>", world.states.get(0).term()));
        return stated;
    }
}
