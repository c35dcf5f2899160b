package nl.samenzicht.benchmarks;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people run, from outside: the distribution in a process of its own and a browser before it. */
final class ProductBenchmarks {

    private static final int STARTS = 3;
    private static final int WARM_UP = Integer.getInteger("benchmarks.page.warm-up", 25);
    private static final int ROUNDS = Integer.getInteger("benchmarks.page.rounds", 31);
    private static final int ITEMS = 200;
    private static final String COORDINATOR = "noor@waterdam.example";

    /** Who records what and for which purpose: thirteen categories, of which nobody may read all. */
    private static final List<Recording> RECORDINGS = List.of(
            new Recording(
                    COORDINATOR, "D2", List.of("ID", "BSN", "CON", "SIG", "SIT", "PLN", "FIN", "VBL", "KIN", "VEI")),
            new Recording("amina@deluwte.example", "D2", List.of("GEZ")),
            new Recording("ruben@politie-middenland.example", "D5", List.of("STR", "DER")));

    private record Recording(String userName, String purpose, List<String> categories) {}

    private ProductBenchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                Benchmark.of("product.start.seconds", ProductBenchmarks::start),
                Benchmark.of("product.memory.mib", ProductBenchmarks::memory),
                Benchmark.of("page.case.vs.empty", ProductBenchmarks::page));
    }

    private static Result start(String id, Run run) throws Exception {
        double firstEver;
        try (var product = Product.startFirstEver()) {
            firstEver = product.secondsToFirstAnswer();
        }
        var again = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (var product = Product.start()) {
                again[i] = product.secondsToFirstAnswer();
            }
        }
        return Result.reported(
                id,
                Rounds.median(again),
                "s from launch to the first answer 200",
                "median of %d starts on an existing home; the first ever, which makes the database and the demo: %.1f s"
                        .formatted(STARTS, firstEver));
    }

    private static Result memory(String id, Run run) throws Exception {
        try (var product = Product.start();
                var visitor = Visitor.signedIn(product, COORDINATOR)) {
            visitor.open(casePage(cases(visitor).findFirst().orElseThrow()) + "&open=SIT", ".section-title");
            var held = product.memory().toList();
            return Result.reported(
                    id,
                    held.stream().mapToDouble(Product.Memory::mib).sum(),
                    "MiB resident",
                    "after signing in and opening a case: "
                            + held.stream()
                                    .map(each -> "%s %.0f".formatted(each.command(), each.mib()))
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static Stream<String> cases(Visitor visitor) {
        return visitor
                .get("api/v1/cases?purpose=D2&status=OPEN&onlyLead=true")
                .getJsonArray("cases")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(each -> each.getJsonObject("name").getString("id"));
    }

    private static String casePage(String file) {
        return "cases/" + file + "?purpose=D2";
    }

    private static Result page(String id, Run run) throws Exception {
        try (var product = Product.startFirstEver()) {
            var filled = new TreeMap<String, Integer>();
            var file = filledCase(product, filled);
            return page(id, run, product, file, filled);
        }
    }

    private static Result page(String id, Run run, Product product, String file, Map<String, Integer> filled) {
        try (var visitor = Visitor.signedIn(product, COORDINATOR)) {
            var one = casePage(file);
            var pages = Map.of(
                    "empty", new Wanted("no-such-page", "main h1"),
                    "card", new Wanted(one, ".case-page"),
                    "case", new Wanted(one + "&open=SIT", ".section-title"));
            var visits = new TreeMap<String, List<Visitor.Visit>>();
            pages.keySet().forEach(name -> visits.put(name, new ArrayList<>()));
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (var each : pages.entrySet()) {
                    var visit =
                            visitor.open(each.getValue().path(), each.getValue().expected());
                    if (round >= 0) {
                        visits.get(each.getKey()).add(visit);
                    }
                }
            }
            run.say("%s: %s; items %s", id, visits, filled);
            var millis = new TreeMap<String, Double>();
            visits.forEach((name, all) -> millis.put(
                    name,
                    Rounds.median(
                            all.stream().mapToDouble(Visitor.Visit::millis).toArray())));
            return Result.atMost(
                    id,
                    millis.get("case"),
                    "ms of the server (one category open)",
                    String.format(
                            Locale.ROOT,
                            "the frame around an empty page: %.1f ms, %d bytes; the case without an open category: %.1f ms, %d bytes; with one: %d bytes; %d items in %d categories",
                            millis.get("empty"),
                            bytes(visits, "empty"),
                            millis.get("card"),
                            bytes(visits, "card"),
                            bytes(visits, "case"),
                            filled.values().stream().mapToInt(Integer::intValue).sum(),
                            filled.size()),
                    millis.get("case") / millis.get("empty"),
                    3);
        }
    }

    private record Wanted(String path, String expected) {}

    private static long bytes(Map<String, List<Visitor.Visit>> visits, String name) {
        return visits.get(name).get(0).bytes();
    }

    /** A case in which all take part who record, with two hundred items more than the demo put there. */
    private static String filledCase(Product product, Map<String, Integer> filled) {
        var people = new TreeMap<String, Visitor>();
        try {
            RECORDINGS.forEach(each -> people.put(each.userName(), Visitor.signedIn(product, each.userName())));
            var file = cases(people.get(COORDINATOR))
                    .filter(candidate -> RECORDINGS.stream()
                            .allMatch(each -> people.get(each.userName()).mayOpen(candidate, each.purpose())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the demo has no case in which all take part"));
            int categories = RECORDINGS.stream()
                    .mapToInt(each -> each.categories().size())
                    .sum();
            int wanted = 0;
            for (var each : RECORDINGS) {
                for (var category : each.categories()) {
                    wanted++;
                    int count = ITEMS * wanted / categories - ITEMS * (wanted - 1) / categories;
                    for (int i = 0; i < count; i++) {
                        people.get(each.userName())
                                .record(
                                        file,
                                        category,
                                        each.purpose(),
                                        "Aantekening %d over wat er die dag besproken is".formatted(i));
                    }
                    filled.put(category, count);
                }
            }
            return file;
        } finally {
            people.values().forEach(Visitor::close);
        }
    }
}
