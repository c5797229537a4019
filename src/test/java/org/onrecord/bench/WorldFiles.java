// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import static org.onrecord.bench.Turtle.code;
import static org.onrecord.bench.Turtle.day;
import static org.onrecord.bench.Turtle.en;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The files of a home's reference data. Claims that no article expresses are left out. */
final class WorldFiles {
    private static final String SOURCE = "\"generated\"";
    private static final String ON_RECORD = Turtle.id("organization/on-record");

    private final World world;
    private long triples;

    WorldFiles(World world) {
        this.world = world;
    }

    /** Writes the files and gives the number of their triples. */
    long write(Path folder, Set<Thing> claims) {
        save(actors(), folder.resolve("actors.ttl"));
        save(places(), folder.resolve("places.ttl"));
        save(topics(), folder.resolve("topics.ttl"));
        save(events(), folder.resolve("events.ttl"));
        save(agreements(), folder.resolve("agreements.ttl"));
        save(claims(claims), folder.resolve("claims.ttl"));
        save(links(), folder.resolve("links.ttl"));
        return triples;
    }

    private void save(Turtle turtle, Path file) {
        triples += turtle.write(file);
    }

    private static Turtle labelled(Turtle turtle, Thing thing) {
        return turtle.thing(thing.term(), thing.type()).with("skos:prefLabel", en(thing.label()));
    }

    private Turtle actors() {
        Turtle turtle = new Turtle();
        turtle.thing(ON_RECORD, "rec:Organization").with("skos:prefLabel", en("On Record"));
        for (Thing actor : world.actors) {
            labelled(turtle, actor);
            actor.above().ifPresent(state -> turtle.with("rec:side", state.term()));
            switch (actor.type()) {
                case "rec:State" -> turtle.with("skos:hiddenLabel", en(actor.label() + " City"));
                case "rec:Person" ->
                    turtle.with("skos:altLabel", en(actor.label().split(" ")[1]));
                case "rec:Group" -> turtle.with("rec:hasMember", member(actor).term());
                default -> {}
            }
            if (world.holdsOffice(actor)) {
                office(turtle, actor);
            } else if (actor.type().equals("rec:Organization")) {
                turtle.thing(part(actor, "member-first"), "rec:Membership")
                        .with("dcterms:source", SOURCE)
                        .with("rec:member", member(actor).term())
                        .with("rec:role", code("role/head"))
                        .with("rec:subjectOfReport", actor.term());
            }
        }
        return turtle;
    }

    /** A person that belongs to a group or an organization. */
    private Thing member(Thing actor) {
        return world.actors.get(Math.min(world.actors.indexOf(actor) + 7, world.actors.size() - 1));
    }

    private static String part(Thing whole, String name) {
        return Turtle.id(whole.name() + "#" + name);
    }

    private static void office(Turtle turtle, Thing person) {
        Thing state = person.above().orElseThrow();
        String office = Turtle.id("office/of-" + person.name().replaceFirst(".*/", ""));
        turtle.thing(office, "rec:Office")
                .with("skos:prefLabel", en("Minister for " + person.label().split(" ")[1]))
                .with("rec:officeOf", state.term());
        turtle.thing(part(person, "tenure"), "rec:Tenure")
                .with("dcterms:source", SOURCE)
                .with("org:member", person.term())
                .with("org:memberDuring", part(person, "tenure-interval"))
                .with("org:organization", state.term())
                .with("rec:office", office);
        turtle.thing(part(person, "tenure-interval"), "time:ProperInterval")
                .with("time:hasBeginning", part(person, "tenure-begin"));
        turtle.thing(part(person, "tenure-begin"), "time:Instant")
                .with("time:inXSDDate", day(World.FIRST_DAY.minusYears(4)));
    }

    private Turtle places() {
        Turtle turtle = new Turtle();
        for (int i = 0; i < world.places.size(); i++) {
            Thing place = world.places.get(i);
            labelled(turtle, place).with("rec:level", code("place-level/" + level(place)));
            place.above().ifPresent(in -> turtle.with("rec:inside", in.term()));
            if (place.type().equals("rec:Settlement")) {
                String north = decimal(30 + i * 37 % 1_500);
                String east = decimal(40 + i * 53 % 2_500);
                turtle.with("geo:hasGeometry", part(place, "geometry"))
                        .with("wgs84:lat", north)
                        .with("wgs84:long", east)
                        .thing(part(place, "geometry"), "geo:Geometry")
                        .with("geo:asWKT", "\"POINT(" + east + " " + north + ")\"^^geo:wktLiteral");
            }
        }
        return turtle;
    }

    private static String decimal(int hundredths) {
        return String.format(Locale.ROOT, "%.2f", 20 + hundredths / 100.0);
    }

    private static String level(Thing place) {
        return switch (place.type()) {
            case "rec:Settlement" -> "town";
            case "rec:ContestedRegion" -> "historic-region";
            default -> place.label().endsWith("District") ? "district" : "province";
        };
    }

    private Turtle topics() {
        Turtle turtle = new Turtle();
        String scheme = Turtle.id("topic/scheme");
        turtle.thing(scheme, "skos:ConceptScheme").with("skos:prefLabel", en("Generated topics"));
        for (Thing topic : world.topics) {
            labelled(turtle, topic)
                    .with("skos:inScheme", scheme)
                    .with("skos:definition", en(topic.label() + "."))
                    .with(
                            topic.above().isPresent() ? "skos:broader" : "skos:topConceptOf",
                            topic.above().map(Thing::term).orElse(scheme));
        }
        return turtle;
    }

    private Turtle events() {
        Turtle turtle = new Turtle();
        for (Thing event : world.events) {
            labelled(turtle, event);
            if (event.type().equals("rec:Event")) {
                turtle.with("rec:eventKind", code("event-kind/visit")).with("rec:place", place(event));
            }
        }
        for (Thing occasion : world.occasions) {
            String on = day(world.day(occasion));
            labelled(turtle, occasion)
                    .with("rec:eventKind", code("event-kind/news-conference"))
                    .with("rec:place", place(occasion))
                    .with("sem:hasEarliestBeginTimeStamp", on)
                    .with("sem:hasLatestEndTimeStamp", on);
        }
        return turtle;
    }

    private String place(Thing event) {
        return world.places
                .get(Math.floorMod(event.name().hashCode(), world.places.size()))
                .term();
    }

    private Turtle agreements() {
        Turtle turtle = new Turtle();
        for (int i = 0; i < world.agreements.size(); i++) {
            Thing agreement = world.agreements.get(i);
            labelled(turtle, agreement)
                    .with("dcterms:source", SOURCE)
                    .with("rec:signedOn", day(World.FIRST_DAY.minusDays(i)));
            turtle.thing(part(agreement, "status-signed"), "rec:AgreementStatus")
                    .with("dcterms:source", SOURCE)
                    .with("rec:status", code("agreement-status/signed"))
                    .with("rec:subjectOfReport", agreement.term());
            turtle.thing(part(agreement, "party"), "rec:Participation")
                    .with("dcterms:source", SOURCE)
                    .with(
                            "rec:participant",
                            world.states.get(i % world.states.size()).term())
                    .with("rec:role", code("role/party"))
                    .with("rec:subjectOfReport", agreement.term());
        }
        return turtle;
    }

    private Turtle claims(Set<Thing> used) {
        Turtle turtle = new Turtle();
        for (int i = 0; i < world.claims.size(); i++) {
            Thing claim = world.claims.get(i);
            if (!used.contains(claim)) {
                continue;
            }
            var about = world.about(claim).stream().map(Thing::term).toList();
            labelled(turtle, claim).with("rec:about", about);
            if (claim.type().equals("rec:StatusClaim")) {
                turtle.with("rec:territory", about.get(0))
                        .with("rec:polity", about.get(1))
                        .with("rec:statusRelation", code("status-relation/part-of"));
            } else if (i % 8 == 1 && used.contains(world.claims.get(i - 1))) {
                turtle.with("rec:contradicts", world.claims.get(i - 1).term());
            }
        }
        return turtle;
    }

    /** Items of Wikidata that do not exist. */
    private Turtle links() {
        Turtle turtle = new Turtle();
        for (int i = 0; i < world.actors.size(); i += 1 + i / world.states.size() * 9) {
            Thing actor = world.actors.get(i);
            String item = "<http://www.wikidata.org/entity/Q" + (900_000_000L + i) + ">";
            turtle.thing(part(actor, "link-wikidata"), "rec:Link")
                    .with("dcterms:source", SOURCE)
                    .with("rec:linkOf", actor.term())
                    .with("rec:relation", code("link-relation/exact"))
                    .with("rec:reviewedOn", day(World.FIRST_DAY))
                    .with("rec:target", item)
                    .thing(actor.term(), actor.type())
                    .with("skos:exactMatch", item);
        }
        return turtle;
    }
}
