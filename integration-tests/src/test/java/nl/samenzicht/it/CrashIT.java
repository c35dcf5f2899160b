package nl.samenzicht.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.BDDAssertions.then;

import com.google.gson.JsonParser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.it.OutsideClient.Seen;
import nl.samenzicht.it.OutsideClient.Unacknowledged;
import nl.samenzicht.it.OutsideClient.Written;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The product is killed in the middle of writes and reads. A client in another process keeps what was acknowledged to it;
 * afterwards all of that must be there, every answered read must be on record with what it disclosed, and work must go on
 * within half a minute.
 */
@Tag("alone")
class CrashIT {
    private static final int TIMES = 10;
    /** A machine that does a lot beside this may be given more. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(Integer.getInteger("crash.back-within", 30));

    private static final Duration UNTOUCHED = Duration.ofMillis(3_200);
    private static final String COORDINATOR = "noor@waterdam.example";
    private static final String OFFICER = "fatima@waterdam.example";

    private static final Random RANDOM = new Random();

    private static RunningProduct product;
    private static EmbeddedDatabase database;
    private static OutsideClient client;

    @BeforeAll
    static void start() throws Exception {
        product = RunningProduct.start("crash", Map.of());
        database = EmbeddedDatabase.of(product.home());
        client = new OutsideClient(COORDINATOR);
        client.signIn(product.url());
        client.chooseCases(12);
        then(client.canWork()).isTrue();
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
            // a story that failed after a kill leaves it behind
            database.process().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void killing_the_application_loses_nothing_that_was_acknowledged() throws Exception {
        var recoveries = new ArrayList<Duration>();
        int cut = 0;
        for (int i = 0; i < TIMES; i++) {
            // when
            long left = database.process().orElseThrow().pid();
            var underWay = client.whileWorking(aMoment(), CrashIT::killApplication);
            // then
            then(underWay).as("kill %d hit a write", i).anyMatch(Unacknowledged::write);
            then(underWay).allMatch(each -> each.status() == 0, "gets no answer any more");
            then(database.runs(left)).as("the database outlives its launcher").isTrue();
            cut += underWay.size();
            // when
            long began = System.nanoTime();
            product = RunningProduct.startOn(product.home(), RunningProduct.freePort(), Map.of());
            client.signIn(product.url());
            recoveries.add(untilWorkIsPossible(began));
            // then
            then(database.process().orElseThrow().pid()).isNotEqualTo(left);
            then(database.runs(left)).as("the database that was left over").isFalse();
        }
        tell("application", recoveries, cut);
        thenNothingIsLost();
    }

    @Test
    void killing_the_database_loses_nothing_that_was_acknowledged() throws Exception {
        var recoveries = new ArrayList<Duration>();
        int cut = 0;
        for (int i = 0; i < TIMES; i++) {
            // given a database that has lived for a while: one that keeps dying young is given up, as it should
            TimeUnit.NANOSECONDS.sleep(UNTOUCHED.toNanos());
            long before = database.process().orElseThrow().pid();
            var began = new long[1];
            // when
            var underWay = client.whileWorking(aMoment(), () -> {
                began[0] = System.nanoTime();
                database.kill();
            });
            recoveries.add(untilWorkIsPossible(began[0]));
            // then
            then(underWay).as("kill %d hit a write", i).anyMatch(Unacknowledged::write);
            then(underWay).allSatisfy(CrashIT::thenRefusedInWords);
            then(database.process().orElseThrow().pid()).isNotEqualTo(before);
            cut += underWay.size();
        }
        tell("database", recoveries, cut);
        thenNothingIsLost();
    }

    @Test
    void without_the_log_nothing_is_disclosed_and_nothing_is_done() throws Exception {
        // given
        var caseFile = client.anyCase();
        client.write(caseFile);
        then(OutsideClient.discloses(client.read(caseFile).body())).isTrue();
        var before = client.everything();
        // when
        onTheLedgerAccount("revoke insert on samenzicht.ledger_entry from");
        try {
            for (var refused : List.of(client.read(caseFile), client.write(caseFile))) {
                // then
                then(refused.statusCode()).isEqualTo(503);
                var problem = JsonParser.parseString(refused.body()).getAsJsonObject();
                then(problem.get("code").getAsString()).isEqualTo("LEDGER_UNAVAILABLE");
                then(problem.get("detail").getAsString()).startsWith("Het logboek is niet bereikbaar.");
                then(OutsideClient.discloses(refused.body())).isFalse();
            }
        } finally {
            onTheLedgerAccount("grant insert on samenzicht.ledger_entry to");
        }
        then(client.everything()).isEqualTo(before);
        untilWorkIsPossible(System.nanoTime());
    }

    @Test
    void a_database_that_stands_still_discloses_nothing_and_is_told_in_words() throws Exception {
        // given
        var caseFile = client.anyCase();
        client.write(caseFile);
        // when
        database.freeze();
        try {
            var refused = client.read(caseFile);
            // then
            thenRefusedInWords(new Unacknowledged(false, 0, refused.statusCode(), refused.body()));
        } finally {
            database.thaw();
        }
        untilWorkIsPossible(System.nanoTime());
        thenNothingIsLost();
    }

    private static void killApplication() {
        product.process().destroyForcibly().onExit().join();
    }

    private static Duration aMoment() {
        return Duration.ofMillis(300 + RANDOM.nextInt(900));
    }

    /** A signed-in write and a read of it, by the same client. */
    private static Duration untilWorkIsPossible(long began) throws InterruptedException {
        var took = Duration.ZERO;
        while (!client.canWork()) {
            took = Duration.ofNanos(System.nanoTime() - began);
            then(took).as("time until work is possible again").isLessThan(BACK_WITHIN);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        took = Duration.ofNanos(System.nanoTime() - began);
        then(took).as("time until work is possible again").isLessThan(BACK_WITHIN);
        return took;
    }

    private static void thenRefusedInWords(Unacknowledged request) {
        then(request.status()).as(request.body()).isBetween(500, 503);
        then(request.body()).startsWith("{");
        var problem = JsonParser.parseString(request.body()).getAsJsonObject();
        then(problem.get("detail").getAsString()).isNotBlank();
        then(problem.get("reference").getAsString()).isNotBlank();
        then(OutsideClient.discloses(request.body())).isFalse();
    }

    private static void onTheLedgerAccount(String statement) throws SQLException {
        try (var connection = database.as("migration");
                var change = connection.createStatement()) {
            change.execute(statement + " 'samenzicht_ledger'@'127.0.0.1'");
        }
    }

    private static void thenNothingIsLost() throws Exception {
        var there = client.everything();
        var words = there.stream().map(Written::word).toList();
        then(there).containsAll(client.written());
        then(client.sent()).as("what is there was sent").containsAll(words);
        then(words).as("nothing is there twice").doesNotHaveDuplicates();
        thenOnRecord(there, client.seen());
        thenTheOfficerFindsTheLogWhole();
    }

    private record Line(String action, String caseFile, Set<String> items) {}

    /** Every read is there with all that it disclosed, and each case has a line for every item that was written in it. */
    private static void thenOnRecord(Set<Written> there, List<Seen> seen) throws SQLException {
        var codes = seen.stream().map(Seen::logEntry).collect(toSet());
        var reads = new HashMap<String, Line>();
        var writes = new HashMap<String, Integer>();
        try (var connection = database.as("ledger");
                var select = connection.createStatement();
                var rows = select.executeQuery("select code, action, case_id, items from ledger_entry"
                        + " where outcome = 'PERMITTED' and action in ('VIEW_SECTION', 'RECORD_ITEM')")) {
            while (rows.next()) {
                if (rows.getString("action").equals("RECORD_ITEM")) {
                    writes.merge(rows.getString("case_id"), 1, Integer::sum);
                } else if (codes.contains(rows.getString("code"))) {
                    var items = Arrays.stream(rows.getString("items").split(" "))
                            .map(item -> item.split("@")[0])
                            .collect(toSet());
                    reads.put(
                            rows.getString("code"),
                            new Line(rows.getString("action"), rows.getString("case_id"), items));
                }
            }
        }
        there.stream()
                .collect(groupingBy(Written::caseFile, counting()))
                .forEach((caseFile, items) -> then(writes.get(caseFile).longValue())
                        .as("lines of writes")
                        .isGreaterThanOrEqualTo(items));
        then(seen).isNotEmpty().allSatisfy(read -> {
            var line = reads.get(read.logEntry());
            then(line).as("line %s", read.logEntry()).isNotNull();
            then(line.caseFile()).isEqualTo(read.caseFile());
            then(line.items()).containsAll(read.items());
        });
    }

    private static void thenTheOfficerFindsTheLogWhole() {
        try (var officer = Person.at(Person.Setting.DESK, product.url()).signIn(OFFICER)) {
            officer.open("officer/verify").find(".verify-begin").click();
            assertThat(officer.find(".verify-whole, .verify-broken"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            then(officer.find(".verify-broken .verify-findings").allInnerTexts())
                    .isEmpty();
            assertThat(officer.find(".verify-whole")).isVisible();
        }
    }

    /** What a run measured, for whoever reads its output. */
    private static void tell(String killed, List<Duration> recoveries, int cut) {
        System.out.printf(
                "%s killed %d times with %d requests under way; back after %s; so far %d writes and %d reads acknowledged%n",
                killed,
                recoveries.size(),
                cut,
                recoveries.stream()
                        .map(took -> String.format(java.util.Locale.ROOT, "%.1f s", took.toMillis() / 1000.0))
                        .toList(),
                client.written().size(),
                client.seen().size());
    }
}
