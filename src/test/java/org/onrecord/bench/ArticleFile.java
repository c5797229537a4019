// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import static org.onrecord.bench.Turtle.code;
import static org.onrecord.bench.Turtle.day;
import static org.onrecord.bench.Turtle.en;
import static org.onrecord.bench.Turtle.id;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** The file of one generated article: 10 to 60 statements, nested to depth 3, with spans, mentions and reports. */
final class ArticleFile {
    private static final String[] ACTS =
            ("assert assert assert announce confirm evaluate demand urge call-on offer promise"
                            + " propose recognise refuse-comment withhold warn accuse deny ask emphasise")
                    .split(" ");
    private static final Set<String> CALLS = Set.of("demand", "urge", "call-on");

    private final World world;
    private final SplittableRandom random;
    private final String name;
    private final Thing self;
    private final Thing narrator;
    private final LocalDate published;
    private final Optional<Thing> occasion;
    private final int size;
    private final Set<Thing> claims;
    private final Turtle turtle = new Turtle();
    private final List<Said> said = new ArrayList<>();
    private final SpanWriter spans;
    private int cursor;

    ArticleFile(World world, int number, long seed, Set<Thing> claims) {
        this.world = world;
        this.claims = claims;
        random = new SplittableRandom(seed * 1_000_003 + number);
        name = "n" + number;
        self = new Thing("article/" + name, "rec:Article", "", Optional.empty());
        spans = new SpanWriter(turtle, self, random);
        narrator = new Thing("narrator/" + name, "rec:Narrator", "Own voice " + number, Optional.empty());
        occasion = chance(60) ? Optional.of(World.any(world.occasions, random)) : Optional.empty();
        published = occasion.map(world::day)
                .orElse(World.FIRST_DAY.plusDays(random.nextInt(World.DAYS)))
                .plusDays(1);
        size = 10 + random.nextInt(51);
    }

    /**
     * A statement that is written.
     *
     * @param name what follows {@code id/} in its IRI
     * @param speaker who speaks
     * @param affirmed the claim that it affirms
     * @param about what it is about
     */
    private record Said(String name, Thing speaker, Optional<Thing> affirmed, List<Thing> about) {
        String term() {
            return id(name);
        }
    }

    /** Writes the file and gives the number of its triples. */
    long write(Path folder) {
        while (said.size() < size) {
            statement(0, Optional.empty());
        }
        reports();
        head();
        return turtle.write(folder.resolve(name + ".ttl"));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void head() {
        turtle.thing(narrator.term(), narrator.type()).with("skos:prefLabel", en(narrator.label()));
        turtle.thing(self.term(), self.type())
                .with("sdo:headline", en("Report " + name + " of " + published))
                .with("sdo:inLanguage", "\"en\"")
                .with("sdo:publisher", world.organization(size % 5).term())
                .with("sdo:url", "\"https://news.example/" + name + "\"^^xsd:anyURI")
                .with("sdo:datePublished", day(published))
                .with("rec:digest", spans.digest())
                .with("rec:highestNumber", Integer.toString(said.size()))
                .with("rec:length", Integer.toString(cursor))
                .with("rec:narrator", narrator.term());
        String coding = id(self.name() + "#coding");
        turtle.thing("<graph/articles-" + name + ">", "prov:Entity")
                .with("prov:hadPrimarySource", self.term())
                .with("prov:wasGeneratedBy", coding);
        turtle.thing(coding, "prov:Activity")
                .with("prov:endedAtTime", "\"2026-11-22T05:00:00Z\"^^xsd:dateTime")
                .with("prov:startedAtTime", "\"2026-11-22T04:00:00Z\"^^xsd:dateTime")
                .with("prov:wasAssociatedWith", id("organization/on-record"))
                .with("rec:guideVersion", "\"2\"")
                .with("rec:reviewedBy", id("organization/on-record"));
    }

    /** Writes a statement and those that it reports. */
    private void statement(int parentDepth, Optional<Said> parent) {
        boolean narrated = parent.isEmpty() && chance(25);
        int room = narrated || parentDepth > 1 ? 0 : size - said.size() - 1;
        int children = chance(30) ? Math.min(room, 1 + random.nextInt(2)) : 0;
        boolean reportsOnly = children > 0 && chance(40);
        Optional<Said> act = narrated || reportsOnly || !chance(4)
                ? Optional.empty()
                : said.stream()
                        .filter(other ->
                                other.affirmed().isPresent() && !other.speaker().equals(narrator))
                        .findFirst();
        Thing speaker = narrated ? narrator : act.map(Said::speaker).orElseGet(() -> world.speaker(random));
        Optional<Thing> affirmed = act.flatMap(Said::affirmed)
                .or(() -> reportsOnly || chance(35) ? Optional.empty() : Optional.of(claim()));
        List<Thing> about = new ArrayList<>(affirmed.map(world::about).orElse(List.of()));
        about.add(world.subject(random));
        about.add(world.subject(random));
        Said here = new Said(
                String.format(Locale.ROOT, "statement/%s-%02d", name, said.size() + 1), speaker, affirmed, about);
        said.add(here);

        turtle.thing(here.term(), "rec:Statement")
                .with("rec:depth", Integer.toString(narrated ? 0 : parentDepth + 1))
                .with("rec:reportedIn", self.term())
                .with("rec:speaker", speaker.term());
        parent.ifPresent(outer -> turtle.with("rec:within", outer.term())
                .with("rec:via", outer.speaker().term()));
        act.ifPresent(other -> turtle.with("rec:sameActAs", other.term()));
        if (reportsOnly) {
            turtle.with("rec:reportsOnly", "true");
        }
        act(here, reportsOnly);
        boolean dated = date(here);
        int start = spans(here, parent.map(Said::speaker).orElse(narrator), narrated, dated);
        for (int i = 0; i < children; i++) {
            statement(parentDepth + 1, Optional.of(here));
        }
        spans.span(here.name() + "#content-1", start, ++cursor);
    }

    private Thing claim() {
        Thing claim = world.claim(random);
        claims.add(claim);
        return claim;
    }

    private void act(Said here, boolean reportsOnly) {
        String act = World.any(List.of(ACTS), random);
        Thing speaker = here.speaker();
        here.affirmed().ifPresent(claim -> turtle.with("rec:affirms", claim.term()));
        if (chance(8) && !reportsOnly) {
            Thing denied = claim();
            if (!here.affirmed().equals(Optional.of(denied))) {
                here.about().addAll(world.about(denied));
                turtle.with("rec:denies", denied.term());
            }
        }
        turtle.with("rec:about", here.about().stream().map(Thing::term).toList())
                .with("dcterms:subject", World.any(world.topics, random).term())
                .with(
                        "rec:content",
                        en(subjectOf(speaker) + " speaks of "
                                + here.about().get(0).label() + " in the matter " + Thing.word(random.nextInt(60_000))
                                + "."))
                .with("rec:speechAct", code("speech-act/" + act));
        if (chance(10)) {
            turtle.with("rec:presupposes", claim().term());
        }
        if (chance(5)) {
            turtle.with("rec:conditionalOn", claim().term());
        }
        if (CALLS.contains(act)) {
            turtle.with("rec:calledUpon", world.speaker(random).term());
        }
        if (chance(15)) {
            turtle.with("rec:addressee", world.speaker(random).term());
        }
        if (chance(20)) {
            turtle.with("rec:reviewStatus", code("review-status/proposed"));
        }
        if (world.holdsOffice(speaker)) {
            turtle.with("rec:capacity", id(speaker.name() + "#tenure"));
        }
        if (speaker.above().isPresent() && chance(15)) {
            turtle.with("rec:onBehalfOf", speaker.above().get().term());
        }
        if (said.size() > 1 && chance(10)) {
            Said other = said.get(random.nextInt(said.size() - 1));
            turtle.with(chance(60) ? "rec:respondsTo" : "rec:repeats", other.term());
        } else if (said.size() > 1 && chance(3)) {
            turtle.with("rec:possiblyWithin", said.get(0).term())
                    .with("rec:ambiguity", en("The text leaves open who reports this."));
        }
    }

    private String subjectOf(Thing speaker) {
        return speaker.equals(narrator) ? "The article" : speaker.label();
    }

    /** Dates the statement, and says whether the day is inferred. */
    private boolean date(Said here) {
        boolean there = !here.speaker().equals(narrator) && occasion.isPresent() && chance(50);
        LocalDate on = there ? published.minusDays(1) : published.minusDays(random.nextInt(5));
        int kind = there ? 50 + random.nextInt(50) : random.nextInt(100);
        if (there) {
            turtle.with("rec:occasion", occasion.get().term());
        }
        turtle.with(
                "rec:dateBasis", code("date-basis/" + (kind < 15 ? "unresolved" : kind < 60 ? "stated" : "inferred")));
        if (kind >= 25) {
            turtle.with("rec:statedOn", day(on));
        } else if (kind >= 15) {
            turtle.with("rec:statedFrom", day(on.minusDays(30))).with("rec:statedUntil", day(on));
        }
        if (kind >= 60) {
            turtle.with("rec:dateWords", en("that day"));
        }
        return kind >= 60;
    }

    /** Writes all spans but that of the content, and the mentions in it; gives the start of the content. */
    private int spans(Said here, Thing voice, boolean narrated, boolean dated) {
        boolean quoted = !narrated && chance(40);
        boolean metonym = here.speaker().type().equals("rec:State") && chance(50);
        String named = here.speaker().label() + (metonym ? " City" : "");
        turtle.with("rec:form", code("form/" + (narrated ? "narration" : quoted ? "direct" : "indirect")))
                .with(
                        "rec:speakerReference",
                        code("speaker-reference/" + (narrated ? "implied" : metonym ? "metonym" : "name")))
                .with("rec:evidence", id(here.name() + "#content-1"));
        String quote = "we stand by " + Thing.word(random.nextInt(60_000)) + " as we said before";
        if (quoted) {
            turtle.with("rec:quote", en(quote)).with("rec:quoteEvidence", id(here.name() + "#quote-1"));
        }
        if (dated) {
            turtle.with("rec:dateEvidence", id(here.name() + "#date"));
        }
        if (!narrated) {
            turtle.with("rec:speakerEvidence", id(here.name() + "#speaker"))
                    .with("rec:cueEvidence", id(here.name() + "#cue"));
            spans.mention(here.term(), here.speaker(), named, voice, cursor);
            spans.span(here.name() + "#speaker", cursor, take(named));
            spans.span(here.name() + "#cue", cursor, take("said"));
        }
        if (dated) {
            spans.span(here.name() + "#date", cursor, take("that day"));
        }
        int start = cursor;
        for (Thing thing : here.about().stream().distinct().limit(3).toList()) {
            spans.mention(here.term(), thing, thing.label(), here.speaker(), cursor);
            take(thing.label());
        }
        if (quoted) {
            spans.span(here.name() + "#quote-1", cursor, take(quote));
            turtle.thing(id(here.name() + "#quote-1-exact"), "oa:TextQuoteSelector")
                    .with("oa:exact", en(quote));
        }
        cursor += 20;
        return start;
    }

    /** Moves on behind some words and a blank, and gives the end of the words. */
    private int take(String words) {
        cursor += words.length() + 1;
        return cursor - 1;
    }

    /** What statements report of agreements and organizations, and the credit of a photograph. */
    private void reports() {
        Thing agreement = World.any(world.agreements, random);
        report(agreement, "provision", "rec:Provision")
                .with("rec:provides", en("The parties of " + agreement.label() + " keep to clause " + size + "."));
        report(agreement, "party", "rec:Participation")
                .with("rec:participant", World.any(world.states, random).term())
                .with("rec:role", code("role/party"));
        report(agreement, "status", "rec:AgreementStatus").with("rec:status", code("agreement-status/concluded"));
        report(world.organization(random.nextInt(5)), "member", "rec:Membership")
                .with("rec:member", world.speaker(random).term())
                .with("rec:role", code("role/member"));
        Thing photograph = new Thing("event/photo-" + name, "rec:Event", "Photograph of " + name, Optional.empty());
        turtle.thing(photograph.term(), photograph.type())
                .with("skos:prefLabel", en(photograph.label()))
                .with("rec:eventKind", code("event-kind/photograph"));
        report(photograph, "credit", "rec:Participation")
                .with("rec:participant", world.organization(size % 7).term())
                .with("rec:role", code("role/credited"));
    }

    private Turtle report(Thing of, String kind, String type) {
        return turtle.thing(id(of.name() + "#" + kind + "-" + name), type)
                .with("rec:accordingTo", World.any(said, random).term())
                .with("rec:subjectOfReport", of.term());
    }
}
