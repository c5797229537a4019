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

/**
 * Dumps in Eclipse RDF4J, in memory and on disk: the whole catalogue gives the expected rows of the sample, and of what we
 * ship the rows that this program gives.
 */
class Rdf4jIT {
    @TempDir
    private Path folder;

    @Test
    void memoryGivesEqualRows() throws IOException {
        System.out.print(Matrix.add(equalRows(Project.sample(), "RDF4J Memory", memory())));
    }

    @Test
    void lmdbGivesEqualRows() throws IOException {
        Repository onDisk =
                new SailRepository(new LmdbStore(folder.resolve("lmdb").toFile()));
        System.out.print(Matrix.add(equalRows(Project.sample(), "RDF4J LMDB", onDisk)));
    }

    @Test
    void givesTheRowsOfThisProgramForWhatIsShipped() throws IOException {
        equalRows(Project.shipped(), "RDF4J Memory", memory());
    }

    private static Repository memory() {
        return new SailRepository(new MemoryStore());
    }

    private Trial equalRows(Project project, String name, Repository repository) throws IOException {
        Path dump = project.dump(folder);
        long start = System.nanoTime();
        load(repository, dump);
        double seconds = (System.nanoTime() - start) / 1e9;
        try (Rdf4jEndpoint endpoint = new Rdf4jEndpoint(repository)) {
            String version =
                    Objects.requireNonNullElse(MemoryStore.class.getPackage().getImplementationVersion(), "5.2.0");
            Trial trial = Trial.of(project, new Store(name, version, seconds, endpoint.url()), caseName -> true);
            assertThat(trial.faults()).isEmpty();
            assertThat(trial.quads()).isEqualTo(project.quads());
            return trial;
        }
    }

    private static void load(Repository repository, Path dump) throws IOException {
        try (RepositoryConnection connection = repository.getConnection();
                InputStream in = Files.newInputStream(dump)) {
            connection.add(in, RDFFormat.NQUADS);
        }
    }
}
