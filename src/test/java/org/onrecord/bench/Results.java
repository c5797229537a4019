// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured as {@code results.csv}, {@code results.md} and the chart {@code results.svg}. Argument: folder of a size. */
public final class Results {
    private static final String OURS = "onrecord";

    private final Path folder;
    private final Map<String, String> costs = new LinkedHashMap<>();
    private final Map<String, List<Double>> pages = new LinkedHashMap<>();
    /** Question to store to what it did. */
    private final Map<String, Map<String, Asked>> asked = new TreeMap<>();

    Results(Path folder) throws IOException {
        this.folder = folder;
        for (String line : Files.readAllLines(folder.resolve("raw.tsv"))) {
            read(line.split("\t", -1));
        }
    }

    public static void main(String[] args) throws IOException {
        new Results(Path.of(args[0])).write();
    }

    /** What a store did with a question: rows of each drawing, milliseconds of each block and drawing, and of four connections. */
    private static final class Asked {
        private final Map<String, String> rows = new TreeMap<>();
        private final Map<String, Map<String, Double>> blocks = new TreeMap<>();
        private final List<Double> atOnce = new ArrayList<>();
        private String throughput = "";
        private String failure = "";

        /** The blocks after the warming up, or that one if the store was too slow for more. */
        Map<String, Map<String, Double>> counted() {
            Map<String, Map<String, Double>> later = new TreeMap<>(blocks);
            later.remove("0");
            later.values().removeIf(draws -> draws.size() < rows.size());
            return later.isEmpty() ? blocks : later;
        }

        List<Double> alone() {
            return counted().values().stream()
                    .flatMap(draws -> draws.values().stream())
                    .toList();
        }

        /** The milliseconds of all drawings of a block, if all were asked. */
        Optional<Double> pass(String block) {
            Map<String, Double> draws = blocks.getOrDefault(block, Map.of());
            return draws.size() < rows.size() || draws.isEmpty()
                    ? Optional.empty()
                    : Optional.of(draws.values().stream().mapToDouble(ms -> ms).sum());
        }

        double typical() {
            return quantile(
                    counted().keySet().stream()
                            .flatMap(block -> pass(block).stream())
                            .toList(),
                    0.5);
        }

        boolean answered() {
            return failure.isEmpty() && !Double.isNaN(typical());
        }
    }

    /**
     * On Record's time divided by that of the fastest peer with the same rows.
     *
     * @param peer its name
     * @param least of the blocks
     * @param median of the blocks
     * @param most of the blocks
     */
    private record Ratio(String peer, double least, double median, double most) {
        /** Whether there is one block only, or the blocks differ so much that the median means nothing. */
        boolean noise() {
            return least == most || most / least > 3 || least < 0.8 && most > 1.25;
        }

        String text() {
            return least == most
                    ? number(median) + " (once)"
                    : "%s (%s-%s)%s".formatted(number(median), number(least), number(most), noise() ? ", noise" : "");
        }
    }

    private void read(String[] cells) {
        switch (cells[0]) {
            case "costs" -> costs.put(cells[1], "| %s | %s | %s |".formatted(cells[2], cells[3], cells[4]));
            case "memory" ->
                costs.computeIfPresent(cells[1], (name, cost) -> cost.replaceFirst("\\d+ \\|$", cells[4] + " |"));
            case "absent" -> costs.put(cells[1], "| " + cells[2] + " | | |");
            case "page" ->
                pages.computeIfAbsent(cells[1], path -> new ArrayList<>())
                        .add(cells[2].matches("[0-9.]+") ? Double.parseDouble(cells[2]) : Double.NaN);
            case "rows", "one", "failed", "four", "failed-at-once" ->
                read(
                        cells,
                        asked.computeIfAbsent(cells[2], question -> new LinkedHashMap<>())
                                .computeIfAbsent(cells[1], store -> new Asked()));
            default -> {}
        }
    }

    private static void read(String[] cells, Asked asked) {
        switch (cells[0]) {
            case "rows" -> asked.rows.put(cells[3], cells[4]);
            case "one" ->
                asked.blocks
                        .computeIfAbsent(cells[4], block -> new TreeMap<>())
                        .put(cells[3], Double.parseDouble(cells[5]));
            case "failed" -> asked.failure = cells[4];
            case "four" -> {
                asked.throughput = cells[3];
                Arrays.stream(cells[4].split(" ")).map(Double::valueOf).forEach(asked.atOnce::add);
            }
            default -> asked.throughput = cells[3];
        }
    }

    /** Between two values it is on the line that joins them. */
    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = (sorted.size() - 1) * part;
        int below = (int) place;
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(below) + (place - below) * (sorted.get((int) Math.ceil(place)) - sorted.get(below));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    /** The geometric mean. */
    private static <T> String mean(List<T> all, ToDoubleFunction<T> value) {
        return number(Math.exp(all.stream()
                .mapToDouble(each -> Math.log(value.applyAsDouble(each)))
                .average()
                .orElse(Double.NaN)));
    }

    private static Optional<Ratio> ratio(Map<String, Asked> stores) {
        Asked ours = stores.getOrDefault(OURS, new Asked());
        return stores.entrySet().stream()
                .filter(store ->
                        !store.getKey().equals(OURS) && store.getValue().answered() && ours.answered())
                .filter(store -> store.getValue().rows.equals(ours.rows))
                .min(Map.Entry.comparingByValue((one, other) -> Double.compare(one.typical(), other.typical())))
                .flatMap(fastest -> ratio(fastest.getKey(), ours, fastest.getValue()));
    }

    private static Optional<Ratio> ratio(String name, Asked ours, Asked peer) {
        List<Double> blocks = ours.counted().keySet().stream()
                .flatMap(block ->
                        ours.pass(block).flatMap(mine -> peer.pass(block).map(theirs -> mine / theirs)).stream())
                .toList();
        double once = ours.pass("0").orElse(Double.NaN) / peer.pass("0").orElse(Double.NaN);
        return blocks.isEmpty()
                ? Optional.of(new Ratio(name, once, once, once))
                : Optional.of(new Ratio(name, quantile(blocks, 0), quantile(blocks, 0.5), quantile(blocks, 1)));
    }

    /** Writes the three files and prints the second. */
    void write() throws IOException {
        Map<String, Ratio> ratios = new TreeMap<>();
        asked.forEach((question, stores) -> ratio(stores).ifPresent(ratio -> ratios.put(question, ratio)));
        Files.writeString(folder.resolve("results.csv"), csv());
        Files.writeString(
                folder.resolve("results.svg"),
                Chart.of(ratios.entrySet().stream()
                        .map(each -> new Chart.Bar(
                                each.getKey(),
                                each.getValue().peer(),
                                each.getValue().least(),
                                each.getValue().median(),
                                each.getValue().most()))
                        .toList()));
        String report = report(ratios);
        Files.writeString(folder.resolve("results.md"), report);
        System.out.println(report);
    }

    private String csv() {
        StringBuilder csv = new StringBuilder(
                "question,store,p50_ms,p95_ms,p50_ms_of_4,p95_ms_of_4,per_second_of_4,same_rows,failure\n");
        asked.forEach((question, stores) -> stores.forEach((store, each) -> csv.append(String.join(
                        ",",
                        question,
                        store,
                        number(quantile(each.alone(), 0.5)),
                        number(quantile(each.alone(), 0.95)),
                        number(quantile(each.atOnce, 0.5)),
                        number(quantile(each.atOnce, 0.95)),
                        each.throughput,
                        Boolean.toString(each.rows.equals(stores.getOrDefault(OURS, each).rows)),
                        each.failure.replace(',', ' ')))
                .append('\n')));
        return csv.toString();
    }

    private String report(Map<String, Ratio> ratios) {
        List<String> stores = costs.keySet().stream()
                .filter(store -> asked.values().stream().anyMatch(each -> each.containsKey(store)))
                .toList();
        List<Map<String, Asked>> common = asked.values().stream()
                .filter(each -> stores.stream()
                        .allMatch(store -> each.containsKey(store)
                                && !each.get(store).atOnce.isEmpty()))
                .toList();
        StringBuilder text = new StringBuilder("| store | load, s | disk, MB | resident, MB | p50, ms | p95, ms"
                + " | p50 of 4, ms | p95 of 4, ms | of 4 a second |\n|---|---|---|---|---|---|---|---|---|\n");
        costs.forEach((store, cost) -> {
            List<Asked> own = common.stream()
                    .flatMap(each -> Optional.ofNullable(each.get(store)).stream())
                    .toList();
            text.append("| ").append(store).append(' ').append(cost).append(' ');
            text.append(mean(own, each -> quantile(each.alone(), 0.5))).append(" | ");
            text.append(mean(own, each -> quantile(each.alone(), 0.95))).append(" | ");
            text.append(mean(own, each -> quantile(each.atOnce, 0.5))).append(" | ");
            text.append(mean(own, each -> quantile(each.atOnce, 0.95))).append(" | ");
            text.append(mean(own, each -> Double.parseDouble(each.throughput))).append(" |\n");
        });
        text.append(
                "\nTimes and throughput are geometric means over the %d questions that every store answered with four connections.%n"
                        .formatted(common.size()));
        text.append("\n| question | ")
                .append(String.join(" | ", stores))
                .append(" | ratio | to |\n|---|")
                .append("---|".repeat(stores.size() + 2))
                .append('\n');
        asked.forEach((question, each) -> text.append("| `")
                .append(question)
                .append("` | ")
                .append(stores.stream().map(store -> cell(each, store)).collect(Collectors.joining(" | ")))
                .append(" | ")
                .append(Optional.ofNullable(ratios.get(question))
                        .map(Ratio::text)
                        .orElse("none"))
                .append(" | ")
                .append(Optional.ofNullable(ratios.get(question))
                        .map(Ratio::peer)
                        .orElse(""))
                .append(" |\n"));
        List<Ratio> all = List.copyOf(ratios.values());
        List<Ratio> sound = all.stream().filter(ratio -> !ratio.noise()).toList();
        text.append(
                "\nGeometric mean of %d ratios: %s; of the %d that are neither noise nor of one block: %s. On Record is the fastest in %d.%n"
                        .formatted(
                                all.size(),
                                mean(all, Ratio::median),
                                sound.size(),
                                mean(sound, Ratio::median),
                                all.stream().filter(ratio -> ratio.median() < 1).count()));
        text.append("\n| page | p50, ms | p95, ms |\n|---|---|---|\n");
        pages.forEach((path, times) -> text.append(
                "| `%s` | %s | %s |%n".formatted(path, number(quantile(times, 0.5)), number(quantile(times, 0.95)))));
        return text.toString();
    }

    /** Milliseconds of a query in a typical block, or why there are none; a star where the rows are others than On Record's. */
    private static String cell(Map<String, Asked> stores, String store) {
        Asked each = stores.getOrDefault(store, new Asked());
        Asked ours = stores.getOrDefault(OURS, each);
        return each.failure.isEmpty()
                ? number(each.typical() / each.rows.size())
                        + (ours.answered() && !each.rows.equals(ours.rows) ? "*" : "")
                : each.failure;
    }
}
