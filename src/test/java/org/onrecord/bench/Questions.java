// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The questions of the catalogue, each with some drawings of its parameters: the first with those only that a question
 * needs, the others with half of the optional ones. A question that asks another endpoint is left out.
 */
final class Questions {
    private static final String BASE = "https://w3id.org/onrecord/";
    private static final Pattern PARAMETER = Pattern.compile("(?m)^#\\+ param: (\\S+) (\\S+)( optional)?");

    private final World world;
    private final int articles;

    Questions(World world, int articles) {
        this.world = world;
        this.articles = articles;
    }

    /** Name to the queries that are drawn. */
    Map<String, List<String>> drawn(long seed, int many) {
        Map<String, List<String>> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                String name = file.getFileName().toString().replace(".rq", "");
                if (!text.contains("SERVICE")) {
                    SplittableRandom random = new SplittableRandom(seed * 31 + name.hashCode());
                    all.put(
                            name,
                            IntStream.range(0, text.contains("#+ param") ? many : 1)
                                    .mapToObj(i -> draw(text, i > 0, random))
                                    .toList());
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String draw(String text, boolean options, SplittableRandom random) {
        String query = text;
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            boolean given = parameter.group(3) == null || options && random.nextBoolean();
            String value = given ? value(parameter.group(1), parameter.group(2), random) : "UNDEF";
            query = query.replaceAll(
                    "VALUES \\?" + parameter.group(1) + " \\{[^}]*\\}",
                    Matcher.quoteReplacement("VALUES ?" + parameter.group(1) + " { " + value + " }"));
        }
        return query.replaceAll("(?m)^\\s*#.*\\n", "");
    }

    private String value(String name, String kind, SplittableRandom random) {
        String article = "n" + (1 + random.nextInt(articles));
        LocalDate day = World.FIRST_DAY.plusDays(random.nextInt(World.DAYS));
        return switch (name) {
            case "agreement" -> iri(World.any(world.agreements, random));
            case "article" -> "<" + BASE + "id/article/" + article + ">";
            case "statement" -> "<" + BASE + "id/statement/" + article + "-0" + (1 + random.nextInt(9)) + ">";
            case "claim", "condition" -> iri(world.claim(random));
            case "topic" -> iri(World.any(world.topics, random));
            case "place", "region" -> iri(World.any(world.places, random));
            case "group" -> iri(world.organization(random.nextInt(5)));
            case "event" -> iri(World.any(world.occasions, random));
            case "side" -> iri(World.any(world.states, random));
            case "kilometres" -> "100";
            case "least" -> "10";
            case "depth" -> Integer.toString(random.nextInt(4));
            case "known" -> World.any(List.of("\"own\"", "\"quoted\"", "\"direct\""), random);
            case "form" -> "<" + BASE + "code/form/direct>";
            case "act" -> "<" + BASE + "code/speech-act/deny>";
            case "from" -> date(day.minusDays(200));
            case "to" -> date(day);
            default -> iri(kind.equals("actor") ? world.speaker(random) : world.subject(random));
        };
    }

    private static String date(LocalDate day) {
        return "\"" + day + "\"^^<http://www.w3.org/2001/XMLSchema#date>";
    }

    private static String iri(Thing thing) {
        return "<" + BASE + "id/" + thing.name() + ">";
    }
}
