// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.lmdb.LmdbStore;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dump in Eclipse RDF4J, in memory and on disk: the whole catalogue gives equal rows. */
class Rdf4jTest {
    @TempDir
    private Path folder;

    @Test
    void memoryGivesEqualRows() throws IOException {
        givesEqualRows("RDF4J Memory", new SailRepository(new MemoryStore()));
    }

    @Test
    void lmdbGivesEqualRows() throws IOException {
        givesEqualRows(
                "RDF4J LMDB",
                new SailRepository(new LmdbStore(folder.resolve("lmdb").toFile())));
    }

    private void givesEqualRows(String name, Repository repository) throws IOException {
        Path dump = Project.dump(folder);
        long start = System.nanoTime();
        load(repository, dump);
        double seconds = (System.nanoTime() - start) / 1e9;
        try (Rdf4jEndpoint endpoint = new Rdf4jEndpoint(repository)) {
            String version =
                    Objects.requireNonNullElse(MemoryStore.class.getPackage().getImplementationVersion(), "5.2.0");
            Trial trial = Trial.of(new Store(name, version, seconds, endpoint.url()), caseName -> true);
            System.out.print(Matrix.add(trial));
            assertThat(trial.faults()).isEmpty();
            assertThat(trial.quads()).isEqualTo(Project.quads());
        }
    }

    private static void load(Repository repository, Path dump) throws IOException {
        try (RepositoryConnection connection = repository.getConnection();
                InputStream in = Files.newInputStream(dump)) {
            connection.add(in, RDFFormat.NQUADS);
        }
    }
}
