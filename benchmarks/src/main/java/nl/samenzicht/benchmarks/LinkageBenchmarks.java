package nl.samenzicht.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.samenzicht.domain.linkage.DutchPeople;
import nl.samenzicht.domain.linkage.Evaluation;
import nl.samenzicht.domain.linkage.FrequencyAttack;
import nl.samenzicht.domain.linkage.LabelledPeople;
import nl.samenzicht.domain.linkage.Limits;
import nl.samenzicht.domain.linkage.ProductWeights;
import nl.samenzicht.domain.linkage.Training;
import nl.samenzicht.domain.linkage.Weights;

/** Whether the index of persons finds people, what its tables give away, and what a question costs. */
final class LinkageBenchmarks {

    private static final int ATTACKED = 100_000;
    private static final long ATTACKED_SEED = 3;

    /** Of 5,000 people no name is so common that it finds too many. */
    private static final double NO_PAIR_IS_TOO_COMMON = 1;

    private LinkageBenchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                Benchmark.of("linkage.febrl4.recall.at.p999", LinkageBenchmarks::febrl),
                Benchmark.of("linkage.dutch.recall.at.p99", LinkageBenchmarks::dutch),
                Benchmark.of("linkage.attack.reidentified", LinkageBenchmarks::attack),
                Benchmark.of("hitnohit.blocking.recall.loss", LinkageBenchmarks::loss),
                Benchmark.of("hitnohit.vs.exact", LinkageBenchmarks::versusExact));
    }

    /** The two lists to link, the weights that were found on other lists, and the limits. */
    private record Febrl(Evaluation pairs, double pairsOneToOne, double question) {}

    private static Febrl measured(Run run) throws Exception {
        return run.shared(Febrl.class, () -> {
            var folder = Path.of(System.getProperty("linkage.data", "../shared/data/linkage/febrl"));
            var columns = System.getProperty("linkage.columns", LabelledPeople.FEBRL_COLUMNS);
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException(
                        "The labelled people are not in '%s'; give their folder with -Dlinkage.data=…"
                                .formatted(folder.toAbsolutePath().normalize()));
            }
            var simple = LabelledPeople.read(folder.resolve("dataset1.csv"), LabelledPeople.FEBRL_COLUMNS);
            var longer = LabelledPeople.read(folder.resolve("dataset2.csv"), LabelledPeople.FEBRL_COLUMNS);
            var training = List.of(simple, longer);
            var weights = Training.weights(1, training, Training.frequencies(training, NO_PAIR_IS_TOO_COMMON));
            // people as in the lists to link, with one other description each; strangers from a list as long as those
            var limits = Limits.of(List.of(simple), longer, weights);
            var people = LabelledPeople.read(
                    Path.of(System.getProperty(
                            "linkage.one", folder.resolve("dataset4a.csv").toString())),
                    Path.of(System.getProperty(
                            "linkage.other", folder.resolve("dataset4b.csv").toString())),
                    columns);
            return new Febrl(
                    // below no bits at all it is more likely that it is somebody else
                    Evaluation.of(people, weights),
                    Math.max(0, limits.expectingOneToOne(0.999)),
                    limits.expecting(0.999));
        });
    }

    private static Result febrl(String id, Run run) throws Exception {
        var febrl = measured(run);
        var linked = febrl.pairs().oneToOne();
        var questions = febrl.pairs().bestOfEach();
        run.say("%s, two lists linked one to one; the curve: %s", id, linked.curve());
        run.say("%s, each asked for by itself, best answer; the curve: %s", id, questions.curve());
        run.say("%s, all pairs; the curve: %s", id, febrl.pairs().curve());
        var found = linked.at(febrl.pairsOneToOne());
        return new Result(
                id,
                found.recall(),
                "recall of %,d pairs, precision %.4f, lists linked one to one"
                        .formatted(febrl.pairs().people().pairs(), found.precision()),
                "names and birth date only; weights and limits from sets 1 and 2; each asked for by itself, best answer: %s; its best at precision 0.999: %s; all pairs: %s"
                        .formatted(
                                questions.at(febrl.question()),
                                questions.best(0.999),
                                febrl.pairs().best(0.999)),
                OptionalDouble.empty(),
                "recall >= 0.95 at precision >= 0.999",
                Optional.of(found.recall() >= 0.95 && found.precision() >= 0.999));
    }

    private record Dutch(Evaluation answers, Evaluation namesAndDate) {}

    private static Dutch dutchPeople(Run run) throws Exception {
        return run.shared(Dutch.class, () -> {
            var people = ProductWeights.people(ProductWeights.TEST);
            return new Dutch(
                    Evaluation.of(people, Weights.standard()),
                    Evaluation.of(people.withoutNumbers(), Weights.standard()));
        });
    }

    private static Result dutch(String id, Run run) throws Exception {
        var weights = Weights.standard();
        var answers = dutchPeople(run).answers().bestOfEach();
        var bare = dutchPeople(run).namesAndDate().bestOfEach();
        run.say("%s; the curve: %s", id, answers.curve());
        run.say("%s, names and birth date only; the curve: %s", id, bare.curve());
        var maybe = answers.at(weights.maybe());
        return new Result(
                id,
                maybe.recall(),
                "recall of %,d pairs, precision %.4f, from 'maybe' on"
                        .formatted(answers.people().pairs(), maybe.precision()),
                "the product's own weights and limits, chosen on people of another seed; from 'known' on: %s; without numbers, from 'maybe' on: %s"
                        .formatted(answers.at(weights.known()), bare.at(weights.maybe())),
                OptionalDouble.empty(),
                "recall >= 0.9 at precision >= 0.99",
                Optional.of(maybe.recall() >= 0.90 && maybe.precision() >= 0.99));
    }

    private static Result attack(String id, Run run) {
        var frequencies = Weights.standard().frequencies();
        var attack = new FrequencyAttack(DutchPeople.population(ATTACKED_SEED, ATTACKED));
        var tokens = attack.onTokens(frequencies);
        var sealed = attack.onSealedRecords(frequencies);
        double stored = Math.max(tokens.identified(), sealed.identified());
        return new Result(
                id,
                stored,
                "of %,d persons, from what is stored".formatted(ATTACKED),
                "tokens %s; sealed records %s; records whose seal failed %s; what records with one salt for all would give %s; the tokens of single names for exact search, which are older than this: %s"
                        .formatted(
                                tokens,
                                sealed,
                                attack.onRecords(),
                                attack.onUnsaltedRecords(),
                                attack.onSearchTokens()),
                OptionalDouble.empty(),
                "<= 0.01",
                Optional.of(stored <= 0.01));
    }

    private static Result loss(String id, Run run) throws Exception {
        var dutch = dutchPeople(run);
        return Result.reported(
                id,
                dutch.answers().blockingLoss(),
                "of pairs that no compound finds, Dutch people",
                "without numbers: %.4f; FEBRL 4, names without a date not limited to rare ones: %.4f"
                        .formatted(
                                dutch.namesAndDate().blockingLoss(),
                                measured(run).pairs().blockingLoss()));
    }

    private static Result versusExact(String id, Run run) throws Exception {
        var database = run.shared(Database.class, () -> new Database(run.databasePort()));
        try (var persons = new ManyPersons(database, run)) {
            var contestants = new LinkedHashMap<String, Rounds.Contestant>();
            contestants.put("question", persons::ask);
            contestants.put("exact", persons::lookUp);
            Map<String, Double> nanos = Rounds.medians(contestants, 20_000, 15, 1_000);
            double question = nanos.get("question");
            double exact = nanos.get("exact");
            return Result.atMost(
                    id,
                    question / 1e3,
                    "us (one question among %,d persons)".formatted(ManyPersons.PERSONS),
                    "keyed exact look-up of a citizen service number among as many: %.0f us; %s"
                            .formatted(exact / 1e3, persons.described()),
                    question / exact,
                    10);
        }
    }
}
