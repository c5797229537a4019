// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/** What the generated articles speak of; the same for the same size and seed. */
final class World {
    static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    static final int DAYS = 3 * 365;

    final List<Thing> states = new ArrayList<>();
    final List<Thing> actors = new ArrayList<>();
    final List<Thing> places = new ArrayList<>();
    final List<Thing> contested = new ArrayList<>();
    final List<Thing> topics = new ArrayList<>();
    final List<Thing> events = new ArrayList<>();
    final List<Thing> occasions = new ArrayList<>();
    final List<Thing> agreements = new ArrayList<>();
    final List<Thing> claims = new ArrayList<>();

    private final List<Thing> speakers;
    private final Zipf bySpeech;
    private final Zipf byClaim;

    /** For a number of quads: 5,000 actors from 100,000 quads up, fewer below. */
    World(long quads, long seed) {
        int many = (int) Math.min(5_000, Math.max(60, quads / 20));
        addActors(many, Math.max(4, many / 250));
        states.forEach(state -> addPlaces(state, many < 1_000 ? 1 : 3));
        addTopics(Optional.empty(), "t", many < 1_000 ? 2 : 4, 4);
        add(events, "event/e", "rec:Event", "Visit to ", many / 50 + 2);
        add(events, "event/x", "rec:Prospect", "Talks on ", 3);
        add(occasions, "event/o", "rec:SpeechEvent", "News conference on ", (int) Math.max(8, quads / 20_000));
        add(agreements, "agreement/d", "rec:Agreement", "Treaty of ", many / 100 + 4);
        int manyClaims = (int) Math.max(30, quads / 300);
        for (int i = 0; i < manyClaims; i++) {
            claims.add(claim(i));
        }
        speakers = new ArrayList<>(actors);
        Collections.shuffle(speakers, new Random(seed));
        bySpeech = new Zipf(speakers.size(), 1);
        byClaim = new Zipf(claims.size(), 0.6);
    }

    private static void add(List<Thing> things, String prefix, String type, String label, int many) {
        for (int i = 0; i < many; i++) {
            things.add(new Thing(prefix + i, type, label + Thing.word(i + 50), Optional.empty()));
        }
    }

    private void addActors(int many, int manyStates) {
        for (int i = 0; i < manyStates; i++) {
            states.add(new Thing("state/s" + i, "rec:State", Thing.word(i * 7 + 1) + "ia", Optional.empty()));
        }
        actors.addAll(states);
        for (int i = manyStates; i < many; i++) {
            Optional<Thing> state = i % 8 == 0 ? Optional.empty() : Optional.of(states.get(i % manyStates));
            String word = Thing.word(i);
            actors.add(
                    switch (i % 10) {
                        case 0 -> new Thing("organization/o" + i, "rec:Organization", word + " Agency", state);
                        case 1 -> new Thing("group/g" + i, "rec:Group", "People of " + word, state);
                        case 2 -> new Thing("force/f" + i, "rec:ArmedForce", word + " Guard", state);
                        default -> new Thing("person/p" + i, "rec:Person", Thing.word(i * 3 + 7) + " " + word, state);
                    });
        }
    }

    /** Provinces with districts with towns; and for every fourth state a contested region that is in none. */
    private void addPlaces(Thing state, int many) {
        for (int i = 0; i < many; i++) {
            Thing province = place("region/r", "rec:Region", " Province", state);
            for (int k = 0; k < many; k++) {
                Thing district = place("region/r", "rec:Region", " District", province);
                place("settlement/t", "rec:Settlement", "", district);
                place("settlement/t", "rec:Settlement", "", district);
            }
        }
        if (states.indexOf(state) % 4 == 0) {
            String word = Thing.word(places.size() + 900);
            Thing region = new Thing("region/c" + places.size(), "rec:ContestedRegion", word, Optional.empty());
            places.add(region);
            contested.add(region);
            place("settlement/t", "rec:Settlement", "", region);
        }
    }

    private Thing place(String prefix, String type, String suffix, Thing in) {
        int number = places.size();
        Thing place = new Thing(prefix + number, type, Thing.word(number + 900) + suffix, Optional.of(in));
        places.add(place);
        return place;
    }

    private void addTopics(Optional<Thing> broader, String prefix, int branches, int depth) {
        for (int i = 0; i < branches && depth > 0; i++) {
            String label = "Matters of " + Thing.word(topics.size());
            Thing topic = new Thing("topic/" + prefix + i, "rec:Topic", label, broader);
            topics.add(topic);
            addTopics(Optional.of(topic), prefix + i, branches, depth - 1);
        }
    }

    private Thing claim(int number) {
        boolean status = number % 12 == 0;
        String subject = aboutClaim(number, status).get(0).label();
        String label = "The plan " + Thing.word(number) + " for " + subject + " holds";
        return new Thing(
                "claim/c" + number,
                status ? "rec:StatusClaim" : "rec:Claim",
                status ? subject + " belongs to a state by the map " + Thing.word(number) : label,
                Optional.empty());
    }

    private List<Thing> aboutClaim(int number, boolean status) {
        Thing actor = actors.get(number * 37 % actors.size());
        return status
                ? List.of(contested.get(number / 12 % contested.size()), states.get(number / 12 % states.size()))
                : number % 3 == 0 ? List.of(actor) : List.of(places.get(number * 31 % places.size()), actor);
    }

    /** What a claim is about; the territory and the state of a claim of status. */
    List<Thing> about(Thing claim) {
        return aboutClaim(
                Integer.parseInt(claim.name().substring("claim/c".length())),
                claim.type().equals("rec:StatusClaim"));
    }

    /** The day of an occasion. */
    LocalDate day(Thing occasion) {
        return FIRST_DAY.plusDays(occasions.indexOf(occasion) * 7919L % DAYS);
    }

    /** One of the organizations, which publish, take photographs and have members. */
    Thing organization(int number) {
        return actors.get((number + 1 + states.size() / 10) * 10);
    }

    Thing speaker(SplittableRandom random) {
        return speakers.get(bySpeech.draw(random));
    }

    Thing claim(SplittableRandom random) {
        return claims.get(byClaim.draw(random));
    }

    /** Something to talk about. */
    Thing subject(SplittableRandom random) {
        int kind = random.nextInt(10);
        return kind < 4
                ? speaker(random)
                : any(kind < 7 ? places : kind < 8 ? agreements : kind < 9 ? events : occasions, random);
    }

    static <T> T any(List<T> things, SplittableRandom random) {
        return things.get(random.nextInt(things.size()));
    }

    /** Whether a person holds an office. */
    boolean holdsOffice(Thing actor) {
        return actor.type().equals("rec:Person")
                && actor.above().isPresent()
                && actor.name().endsWith("3");
    }
}
