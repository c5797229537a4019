// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Eventually;
import org.onrecord.release.Loading;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.Release;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.source.Home;

/** A replica has what the server has that it follows, whatever happens on the way. */
@Timeout(300)
class FollowerTest {
    private static final ReceivedReleases RELEASES = ReceivedReleases.of(Home.bundled());

    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    private static OriginServer origin;

    private final List<String> console = new CopyOnWriteArrayList<>();
    private final List<Loading.Ready> shown = new CopyOnWriteArrayList<>();
    private final List<Follower> followers = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        origin = new OriginServer(home);
    }

    @AfterAll
    static void close() {
        origin.close();
    }

    @AfterEach
    void stop() {
        followers.forEach(Follower::close);
    }

    private Follower follow(RecordSource source, ChangeLog log) throws IOException, InterruptedException {
        Replica replica = new Replica(source, new PeerServer(origin.url()), RELEASES, log);
        Loading.Ready first = replica.first(Optional.empty(), console::add);
        shown.add(first);
        Follower follower = new Follower(replica, first, new Follower.Output(shown::add, console::add));
        followers.add(follower);
        follower.start();
        return follower;
    }

    private Release current() {
        return shown.get(shown.size() - 1).release();
    }

    private void assertReachesTheOrigin() {
        Eventually.holds("the replica has the release", () -> current().hash().equals(origin.release()));
        assertThat(quads(current())).isEqualTo(quads(origin.sample().ready().release()));
    }

    /** The quads, without those of the few blank nodes of the shapes, whose labels differ. */
    private static Set<String> quads(Release release) {
        return Stream.iterate(release.dataset().find(), quads -> quads.hasNext(), quads -> quads)
                .map(quads -> quads.next())
                .filter(quad ->
                        !quad.getSubject().isBlank() && !quad.getObject().isBlank())
                .map(Quad::toString)
                .collect(Collectors.toSet());
    }

    @Test
    void followsAServer() throws IOException, InterruptedException {
        Follower follower = follow(new HttpSource(new PeerServer(origin.url())), ChangeLog.inMemory());
        assertReachesTheOrigin();
        origin.edit("v", "first ");
        assertReachesTheOrigin();
        origin.edit("w", "second ");
        origin.edit("v", "third ");
        assertReachesTheOrigin();
        Eventually.holds("nothing is left", () -> follower.lag().releases() == 0);
        assertThat(follower.lag().problem()).isEmpty();
        assertThat(console).isNotEmpty().allMatch(line -> line.contains("dumps"));
    }

    @Test
    void isFollowedLikeItsOrigin() throws IOException, InterruptedException {
        ChangeLog log = ChangeLog.inMemory();
        follow(new HttpSource(new PeerServer(origin.url())), log);
        String first = origin.release();
        origin.edit("v", "first ");
        origin.edit("v", "second ");
        Eventually.holds("both releases are logged", () -> log.after(first) == 2);
        assertThat(log.since(first, Long.MAX_VALUE)).isEqualTo(origin.log().since(first, Long.MAX_VALUE));
    }

    @Test
    void continuesFromItsStore() throws IOException, InterruptedException {
        ChangeLog log = ChangeLog.in(folder, console::add);
        follow(new HttpSource(new PeerServer(origin.url())), log);
        Loading.Ready stored = shown.get(0);
        origin.edit("v", "first ");
        assertReachesTheOrigin();
        followers.get(0).close();
        origin.edit("v", "second ");
        console.clear();
        Replica again = new Replica(
                new HttpSource(new PeerServer(origin.url())),
                new PeerServer("http://127.0.0.1:9/"),
                RELEASES,
                ChangeLog.in(folder, console::add));
        Loading.Ready first = again.first(Optional.of(stored), console::add);
        assertThat(first.release().hash()).isEqualTo(current().hash());
        assertThat(console).isEmpty();
    }

    @Test
    void loadsDumpsAgainWhenTheLogOfTheServerIsLost() throws IOException, InterruptedException {
        follow(new HttpSource(new PeerServer(origin.url())), ChangeLog.inMemory());
        origin.log().restart(List.of(new ChainRecord.Position("other", 0, "0".repeat(64))));
        origin.edit("v", "first ");
        assertReachesTheOrigin();
        assertThat(console).anyMatch(line -> line.contains("its dumps are loaded again"));
    }

    @Test
    void loadsDumpsAgainWhenTheLastRecordIsDamaged() throws IOException, InterruptedException {
        follow(
                new FaultySource(
                        origin.log(), new Random(1), 0, text -> text.contains("\"damaged ") ? "damaged" : text),
                ChangeLog.inMemory());
        origin.edit("v", "damaged ");
        assertReachesTheOrigin();
        assertThat(console).anyMatch(line -> line.contains("its dumps are loaded again"));
    }

    @Test
    void keepsItsReleaseWhileTheServerIsAway() throws IOException, InterruptedException {
        FaultySource source = new FaultySource(origin.log(), new Random(1), 0);
        Follower follower = follow(source, ChangeLog.inMemory());
        assertReachesTheOrigin();
        source.cut(true);
        String before = origin.release();
        origin.edit("v", "first ");
        Eventually.holds("it is reported", () -> follower.lag().problem().isPresent());
        assertThat(current().hash()).isEqualTo(before);
        assertThat(console).anyMatch(line -> line.contains("the link is cut") && line.contains(before + " is kept"));
        source.cut(false);
        assertReachesTheOrigin();
        Eventually.holds("the problem is over", () -> follower.lag().problem().isEmpty());
    }

    /** Records are lost, repeated, reordered, altered, and the link is cut, at random. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void reachesTheOriginWhateverTheTransportDoes(int seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        FaultySource source = new FaultySource(origin.log(), random, 0.3);
        follow(source, ChangeLog.inMemory());
        for (int edit = 0; edit < 8; edit++) {
            origin.edit(random.nextBoolean() ? "v" : "w", edit + " ");
            Thread.sleep(random.nextInt(40));
        }
        source.heal();
        origin.edit("v", "last ");
        assertReachesTheOrigin();
        assertThat(shown)
                .extracting(ready -> ready.release().hash())
                .isSubsetOf(origin.log().positions().stream()
                        .map(ChainRecord.Position::release)
                        .toList());
    }

    @Test
    void skipsRecordsOfAnotherDataset() throws IOException, InterruptedException {
        follow(
                new FaultySource(origin.log(), new Random(1), 0, text -> text.replace("/dataset#", "/another#")),
                ChangeLog.inMemory());
        String before = current().hash();
        origin.edit("v", "first ");
        Eventually.holds("it is reported", () -> console.stream().anyMatch(line -> line.contains("/another>")));
        assertThat(current().hash()).isEqualTo(before);
    }

    @Test
    void saysWhyItCannotStart() {
        PeerServer away = new PeerServer("http://127.0.0.1:9/");
        Replica replica = new Replica(new HttpSource(away), away, RELEASES, ChangeLog.inMemory());
        assertThatThrownBy(() -> replica.first(Optional.empty(), console::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http://127.0.0.1:9/ cannot be reached");
        assertThatThrownBy(() -> new PeerServer("ftp://host/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ftp://host/");
    }
}
