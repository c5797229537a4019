// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.lmdb.LmdbStore;
import org.eclipse.rdf4j.sail.lmdb.config.LmdbStoreConfig;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.onrecord.stores.Rdf4jEndpoint;

/** RDF4J over HTTP. Arguments: {@code memory} or {@code lmdb}, dump, port, time limit in seconds. */
public final class Rdf4jServer {
    private static final Path DATABASE = Path.of("db");

    private Rdf4jServer() {}

    public static void main(String[] args) throws IOException {
        boolean loaded = Files.exists(DATABASE);
        Repository repository = new SailRepository(
                args[0].equals("lmdb")
                        ? new LmdbStore(DATABASE.toFile(), new LmdbStoreConfig("spoc,posc,ospc"))
                        : new MemoryStore());
        if (!loaded) {
            try (RepositoryConnection connection = repository.getConnection();
                    InputStream in = Files.newInputStream(Path.of(args[1]))) {
                connection.begin(IsolationLevels.NONE);
                connection.add(in, RDFFormat.NQUADS);
                connection.commit();
            }
        }
        if (args.length > 2) {
            new Rdf4jEndpoint(repository, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        } else {
            repository.shutDown();
        }
    }
}
