// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Eventually;
import org.onrecord.guard.Guard;
import org.onrecord.guard.Limits;
import org.onrecord.http.Reply;
import org.onrecord.release.chain.Lag;

@Timeout(30)
class HealthTest {
    private static final Limits LIMITS = new Limits(Duration.ofMillis(100), 1000, 1 << 20, 64L << 20, 4, 4, 1);
    private static final Health.State QUIET = new Health.State(Optional.empty(), Optional::empty);

    @Test
    void asksForARestartWhenAThreadCannotBeStopped() {
        CountDownLatch end = new CountDownLatch(1);
        try (Guard guard = new Guard(LIMITS)) {
            Health health = new Health(Fixture.release(), guard, () -> false, QUIET);
            assertThat(health.live().status()).isEqualTo(200);
            assertThat(health.ready().status()).isEqualTo(200);
            guard.run("client", Duration.ofMillis(1), budget -> deaf(end));
            Eventually.holds("the server is sick", () -> health.live().status() == 503);
            assertThat(health.ready().status()).isEqualTo(503);
            end.countDown();
            Eventually.holds("the server is well", () -> health.live().status() == 200);
        }
    }

    @Test
    void staysReadyWhenARequestWantsItsAnswerAtOnce() {
        CountDownLatch end = new CountDownLatch(1);
        Limits patient = LIMITS.within(Duration.ofHours(1));
        try (Guard guard = new Guard(patient)) {
            guard.run("client", Duration.ofMillis(1), budget -> deaf(end));
            assertThat(new Health(Fixture.release(), guard, () -> false, QUIET)
                            .ready()
                            .status())
                    .isEqualTo(200);
            end.countDown();
        }
    }

    @Test
    void tellsAnOverwrittenJarFromAReplacedOne(@TempDir Path folder) throws IOException {
        Path jar = Files.writeString(folder.resolve("program.jar"), "old");
        ProgramFile file = ProgramFile.of(jar);
        assertThat(file.overwritten()).isFalse();
        Path other = Files.writeString(folder.resolve("other.jar"), "newer");
        Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);
        assertThat(file.overwritten()).as("replaced by rename").isFalse();
        file = ProgramFile.of(jar);
        Files.writeString(jar, "overwritten");
        assertThat(file.overwritten()).as("overwritten in place").isTrue();
        try (Guard guard = new Guard(LIMITS)) {
            assertThat(new Health(Fixture.release(), guard, file::overwritten, QUIET)
                            .live()
                            .status())
                    .isEqualTo(503);
        }
    }

    @Test
    void reportsHowFarAReplicaIsBehind() {
        Lag lag =
                new Lag("https://origin.example/", 3, Instant.now().minusSeconds(60), Optional.of("cannot be reached"));
        try (Guard guard = new Guard(LIMITS)) {
            Health health = new Health(
                    Fixture.release(), guard, () -> false, new Health.State(Optional.empty(), () -> Optional.of(lag)));
            JsonObject follows = Json.createReader(new StringReader(text(health.ready())))
                    .readObject()
                    .getJsonObject("follows");
            assertThat(follows.getString("source")).isEqualTo("https://origin.example/");
            assertThat(follows.getInt("lagReleases")).isEqualTo(3);
            assertThat(follows.getJsonNumber("lagSeconds").doubleValue()).isBetween(60.0, 90.0);
            assertThat(follows.getString("problem")).isEqualTo("cannot be reached");
        }
    }

    private static String text(Reply reply) {
        try (InputStream body = reply.body().open()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean deaf(CountDownLatch end) {
        boolean ended = false;
        while (!ended) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException e) {
                // Deaf on purpose: this thread does not stop when it is told to.
            }
        }
        return true;
    }
}
