package nl.samenzicht.benchmarks;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs all benchmarks, or those whose ids are given, and is the only one that writes their results. */
public final class Benchmarks {

    private static final Path RESULTS = Path.of("benchmarks/results");

    private Benchmarks() {}

    static List<Benchmark> all() {
        return Stream.of(
                        DecisionBenchmarks.all(),
                        ListBenchmarks.all(),
                        ReadBenchmarks.all(),
                        LinkageBenchmarks.all(),
                        LogBenchmarks.all(),
                        ProductBenchmarks.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Runs the benchmarks with these ids, or all; ends with 1 when a goal was not met. */
    public static void main(String... ids) throws Exception {
        var chosen = ids.length == 0 ? all() : chosen(List.of(ids));
        var results = new ArrayList<Result>();
        try (var run = new Run()) {
            for (var benchmark : chosen) {
                run.say("%s …", benchmark.id());
                var result = benchmark.run(run);
                run.say("%s", line(json(result, "", "")));
                results.add(result);
            }
        }
        write(results);
        var missed = results.stream()
                .filter(result -> !result.met().orElse(true))
                .map(Result::id)
                .toList();
        if (!missed.isEmpty()) {
            System.err.printf("Not met: %s%n", missed);
            System.exit(1);
        }
    }

    private static List<Benchmark> chosen(List<String> ids) {
        var known = all().stream().map(Benchmark::id).toList();
        for (var id : ids) {
            if (!known.contains(id)) {
                System.err.printf("There is no benchmark '%s'; there are %s%n", id, known);
                System.exit(2);
            }
        }
        return all().stream().filter(benchmark -> ids.contains(benchmark.id())).toList();
    }

    /** Writes the results; those of benchmarks that did not run now stay as they were, with their own commit. */
    private static void write(List<Result> results) throws IOException, InterruptedException {
        var commit = commit();
        var date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Files.createDirectories(RESULTS);
        var file = RESULTS.resolve("latest.json");
        var byId = new TreeMap<String, JsonObject>();
        if (Files.exists(file)) {
            try (var reader = Json.createReader(Files.newBufferedReader(file))) {
                reader.readArray().getValuesAs(JsonObject.class).forEach(old -> byId.put(old.getString("id"), old));
            }
        }
        results.forEach(result -> byId.put(result.id(), json(result, commit, date)));
        var array = Json.createArrayBuilder();
        byId.values().forEach(array::add);
        try (var writer = Files.newBufferedWriter(file);
                var json = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(writer)) {
            json.writeArray(array.build());
        }
        var table = new StringBuilder("# Results of the benchmarks\n\nWritten by `benchmarks/run`; not by hand.\n\n")
                .append(
                        "| id | value | against | ratio | goal | met | commit | date |\n|---|---|---|---|---|---|---|---|\n");
        byId.values().forEach(each -> table.append(line(each)).append('\n'));
        Files.writeString(RESULTS.resolve("latest.md"), table);
    }

    private static JsonObject json(Result result, String commit, String date) {
        var json = Json.createObjectBuilder()
                .add("id", result.id())
                .add("value", rounded(result.value()))
                .add("unit", result.unit())
                .add("against", result.against());
        if (result.ratio().isPresent()) {
            json.add("ratio", rounded(result.ratio().getAsDouble()));
        } else {
            json.add("ratio", JsonValue.NULL);
        }
        json.add("goal", result.goal());
        result.met().ifPresentOrElse(met -> json.add("met", met), () -> json.add("met", JsonValue.NULL));
        return json.add("commit", commit).add("date", date).build();
    }

    private static String line(JsonObject json) {
        return "| %s | %s %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        json.getString("id"),
                        json.get("value"),
                        json.getString("unit"),
                        json.getString("against"),
                        json.isNull("ratio") ? "" : json.get("ratio"),
                        json.getString("goal"),
                        json.isNull("met") ? "" : json.getBoolean("met") ? "yes" : "**no**",
                        json.getString("commit"),
                        json.getString("date"));
    }

    private static BigDecimal rounded(double value) {
        int digits = value == 0 ? 0 : 3 - (int) Math.ceil(Math.log10(Math.abs(value)));
        return BigDecimal.valueOf(value).setScale(Math.max(0, digits), RoundingMode.HALF_UP);
    }

    private static String commit() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD").start();
        var hash = new String(git.getInputStream().readAllBytes()).strip();
        git.waitFor();
        var status = new ProcessBuilder("git", "status", "--porcelain", "--", ".", ":!benchmarks/results").start();
        var changed = status.getInputStream().readAllBytes().length > 0;
        status.waitFor();
        return changed ? hash + "+changes" : hash;
    }
}
